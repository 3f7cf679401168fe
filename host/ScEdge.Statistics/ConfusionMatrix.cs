using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Statistics;

/// <summary>
/// How often each class was taken for each class.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    /// <summary>Starts with zeros.</summary>
    /// <param name="classCount">Number of classes, at least one.</param>
    public ConfusionMatrix(int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        ClassCount = classCount;
        _counts = new long[classCount * classCount];
    }

    /// <summary>Takes counts.</summary>
    /// <param name="classCount">Number of classes, at least one.</param>
    /// <param name="counts">Counts, none negative, a row per actual class; shape [actual, predicted].</param>
    /// <exception cref="ArgumentException">The counts are not a square of the number of classes.</exception>
    public ConfusionMatrix(int classCount, IReadOnlyList<long> counts)
        : this(classCount)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != _counts.Length)
        {
            throw new ArgumentException(
                $"A confusion matrix of {classCount} classes needs {_counts.Length} counts, not {counts.Count}.", nameof(counts));
        }

        for (int i = 0; i < _counts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[i], nameof(counts));
            _counts[i] = counts[i];
        }
    }

    /// <summary>Gets the number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Gets all counts, a row per actual class.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Gets the errors that happened, the most frequent first; among equals the first class first.</summary>
    public IEnumerable<Confusion> Confusions =>
        from actual in Enumerable.Range(0, ClassCount)
        from predicted in Enumerable.Range(0, ClassCount)
        let count = this[actual, predicted]
        where actual != predicted && count > 0
        orderby count descending, actual, predicted
        select new Confusion(actual, predicted, count, (double)count / RowTotal(actual));

    /// <summary>Gets the classes that have images, the one read worst first; among equals the first class first.</summary>
    public IEnumerable<ClassRecall> Recalls =>
        from actual in Enumerable.Range(0, ClassCount)
        let total = RowTotal(actual)
        where total > 0
        let share = (double)this[actual, actual] / total
        orderby share, actual
        select new ClassRecall(actual, total, share);

    /// <summary>Gets how many images of one class were taken for another (or the same).</summary>
    /// <param name="actual">Label.</param>
    /// <param name="predicted">Answer of the network.</param>
    public long this[int actual, int predicted] => _counts[Index(actual, predicted)];

    /// <summary>Counts one image.</summary>
    /// <param name="actual">Label.</param>
    /// <param name="predicted">Answer of the network.</param>
    public void Add(int actual, int predicted) => _counts[Index(actual, predicted)]++;

    /// <summary>Returns the images of one class.</summary>
    /// <param name="actual">Label.</param>
    public long RowTotal(int actual)
    {
        long total = 0;
        for (int predicted = 0; predicted < ClassCount; predicted++)
        {
            total += this[actual, predicted];
        }

        return total;
    }

    private int Index(int actual, int predicted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(actual);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(actual, ClassCount);
        ArgumentOutOfRangeException.ThrowIfNegative(predicted);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(predicted, ClassCount);
        return (actual * ClassCount) + predicted;
    }
}

/// <summary>One class taken for another.</summary>
/// <param name="Actual">Label.</param>
/// <param name="Predicted">Answer of the network.</param>
/// <param name="Count">How often.</param>
/// <param name="Share">Share of the images of the label, 0..1.</param>
public readonly record struct Confusion(int Actual, int Predicted, long Count, double Share);

/// <summary>How well one class was read.</summary>
/// <param name="Actual">Label.</param>
/// <param name="Images">Images of it, at least one.</param>
/// <param name="Share">Share of them that was read correctly, 0..1.</param>
public readonly record struct ClassRecall(int Actual, long Images, double Share);
