using System;

namespace ScEdge.Training.Networks;

/// <summary>
/// How often each class was taken for each class.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly int[] _counts;

    /// <summary>Starts with zeros.</summary>
    /// <param name="classCount">Number of classes.</param>
    public ConfusionMatrix(int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        ClassCount = classCount;
        _counts = new int[classCount * classCount];
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Images of one class that were taken for another (or the same).</summary>
    /// <param name="actual">Label.</param>
    /// <param name="predicted">Answer of the network.</param>
    public int this[int actual, int predicted] => _counts[Index(actual, predicted)];

    /// <summary>Counts one image.</summary>
    /// <param name="actual">Label.</param>
    /// <param name="predicted">Answer of the network.</param>
    public void Add(int actual, int predicted) => _counts[Index(actual, predicted)]++;

    /// <summary>All counts, a row per actual class.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    private int Index(int actual, int predicted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(actual);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(actual, ClassCount);
        ArgumentOutOfRangeException.ThrowIfNegative(predicted);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(predicted, ClassCount);
        return (actual * ClassCount) + predicted;
    }
}
