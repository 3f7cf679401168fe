using System;
using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>How often each true class was read as each class.</summary>
public sealed record ConfusionMatrix
{
    /// <summary>Takes the counts of all pairs of classes.</summary>
    /// <param name="classNames">Names in class order.</param>
    /// <param name="counts">Row-major counts, shape [true class, predicted class].</param>
    /// <exception cref="ArgumentException">The counts are not a square of the number of classes, or one is negative.</exception>
    public ConfusionMatrix(IReadOnlyList<string> classNames, IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != classNames.Count * classNames.Count)
        {
            throw new ArgumentException(
                $"A confusion matrix of {classNames.Count} classes needs {classNames.Count * classNames.Count} counts, not {counts.Count}.",
                nameof(counts));
        }

        foreach (long count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        ClassNames = classNames;
        Counts = counts;
    }

    /// <summary>Names in class order.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Row-major counts, shape [true class, predicted class].</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>What was counted, for example <c>stochastic training, 5 seeds together</c>; null prints nothing.</summary>
    public string? Caption { get; init; }

    /// <summary>Times that an image of one class was read as another (or the same) class.</summary>
    public long this[int trueClass, int predictedClass] => Counts[trueClass * ClassNames.Count + predictedClass];

    /// <summary>Images of one true class.</summary>
    public long RowTotal(int trueClass)
    {
        long total = 0;
        for (int predicted = 0; predicted < ClassNames.Count; predicted++)
        {
            total += this[trueClass, predicted];
        }

        return total;
    }
}
