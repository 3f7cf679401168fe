using System;
using ScEdge.Kernels.Passes.Levels;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The numbers of a tensor as levels under a shared sequence.
/// </summary>
/// <param name="capacity">Most numbers.</param>
internal sealed class DrawnLevels(int capacity)
{
    private readonly byte[] _levels = new byte[capacity];
    private readonly sbyte[] _signs = new sbyte[capacity];

    /// <summary>The sequence.</summary>
    public SortedSequence Sequence { get; } = new();

    /// <summary>Numbers of the tensor.</summary>
    public int Count { get; set; }

    /// <summary>Those of a map that are not zero.</summary>
    public PresentNumbers Present { get; } = new(capacity);

    /// <summary>The numbers.</summary>
    public LevelSpan Numbers => new(_levels.AsSpan(0, Count), _signs.AsSpan(0, Count));
}
