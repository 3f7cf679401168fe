using System;
using System.Collections.Generic;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Model;

/// <summary>Which classes were taken for which, with their names.</summary>
public sealed record ConfusionPanel
{
    /// <summary>Joins names and counts.</summary>
    /// <param name="classNames">Names in class order.</param>
    /// <param name="matrix">Counts, of as many classes.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than classes.</exception>
    public ConfusionPanel(IReadOnlyList<string> classNames, ConfusionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentNullException.ThrowIfNull(matrix);
        if (classNames.Count != matrix.ClassCount)
        {
            throw new ArgumentException($"{matrix.ClassCount} classes need as many names, not {classNames.Count}.", nameof(classNames));
        }

        ClassNames = classNames;
        Matrix = matrix;
    }

    /// <summary>Gets the names in class order.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Gets the counts.</summary>
    public ConfusionMatrix Matrix { get; }

    /// <summary>Gets what was counted, for example <c>stochastic training, 5 seeds together</c>; null prints nothing.</summary>
    public string? Caption { get; init; }
}
