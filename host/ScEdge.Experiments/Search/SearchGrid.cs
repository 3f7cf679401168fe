using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Experiments.Search;

/// <summary>
/// What a search chooses from: lists of values, of which a point has one each. A point is its place in every list.
/// </summary>
/// <param name="sizes">How many values each list has; 1 or more.</param>
/// <param name="identity">What tells a point from others; null for a point that may not be chosen. Places of one identity are one point.</param>
public sealed class SearchGrid(IReadOnlyList<int> sizes, Func<IReadOnlyList<int>, string?> identity)
{
    /// <summary>Gets the sizes of the lists.</summary>
    public IReadOnlyList<int> Sizes { get; } = sizes;

    /// <summary>Gets the number of places, those that may not be chosen among them.</summary>
    public long Count { get; } = sizes.Aggregate(1L, static (product, size) => checked(product * size));

    /// <summary>Returns what tells a point from others; null where it may not be chosen.</summary>
    public string? Identity(IReadOnlyList<int> point) => identity(point);

    /// <summary>Returns the places of a number from 0 to <see cref="Count"/> - 1, the last list fastest.</summary>
    public int[] At(long number)
    {
        int[] point = new int[Sizes.Count];
        for (int i = point.Length - 1; i >= 0; i--)
        {
            point[i] = (int)(number % Sizes[i]);
            number /= Sizes[i];
        }

        return point;
    }
}
