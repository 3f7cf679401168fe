using System.Collections.Generic;

namespace ScEdge.Playground.Vectors;

/// <summary>A line of validation.jsonl: how many images of a training set are set aside, and the first places of the file among them.</summary>
internal sealed record ValidationCase(int Images, int SetAside, IReadOnlyList<int> First);
