using System.Collections.Generic;

namespace ScEdge.Playground.Vectors;

/// <summary>A line of gradients.jsonl: FP32 entries of a tensor in one step, as the bits of floats, and the integers that they become.</summary>
internal sealed record GradientCase(
    ulong Seed, uint Tensor, uint Step, int Bits, IReadOnlyList<string> Entries, int FractionBits, uint Maximum, IReadOnlyList<int> Integers);
