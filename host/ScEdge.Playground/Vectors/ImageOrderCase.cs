using System.Collections.Generic;

namespace ScEdge.Playground.Vectors;

/// <summary>A line of image-order.jsonl: the order in which an epoch visits its images.</summary>
internal sealed record ImageOrderCase(ulong Seed, int Epoch, int Images, IReadOnlyList<int> Order);
