using System.Collections.Generic;

namespace ScEdge.Playground.Vectors;

/// <summary>A line of initial-weights.jsonl: the first entries of a tensor of LeNet-5, as the bits of floats.</summary>
internal sealed record InitialWeightCase(
    ulong Seed, int Tensor, string Name, IReadOnlyList<int> Shape, int FanIn, IReadOnlyList<string> Values);
