using System;
using System.Collections.Generic;

namespace ScEdge.Experiments.Search;

/// <summary>
/// Draws points of a grid at random, none twice, and knows which a search has had.
/// </summary>
/// <param name="grid">The grid.</param>
/// <param name="seed">Seed of the search; two samplers of one seed draw the same points.</param>
internal sealed class SearchSampler(SearchGrid grid, ulong seed)
{
    private const uint Stream = 0x5EA2_0001;
    private const int Tries = 1000;

    private readonly SearchRandom _random = new(seed, Stream);
    private readonly HashSet<string> _had = [];

    /// <summary>Takes a point, unless it may not be chosen or was taken before.</summary>
    public bool TryTake(IReadOnlyList<int> point) => grid.Identity(point) is { } identity && _had.Add(identity);

    /// <summary>Takes a point at random; null when none is left.</summary>
    public int[]? Draw()
    {
        int[] point = new int[grid.Sizes.Count];
        for (int i = 0; i < Tries; i++)
        {
            for (int list = 0; list < point.Length; list++)
            {
                point[list] = _random.Below(grid.Sizes[list]);
            }

            if (TryTake(point))
            {
                return point;
            }
        }

        // Few are left: the next one behind the last that was drawn.
        long start = 0;
        for (int list = 0; list < point.Length; list++)
        {
            start = (start * grid.Sizes[list]) + point[list];
        }

        for (long i = 1; i < grid.Count; i++)
        {
            int[] next = grid.At((start + i) % grid.Count);
            if (TryTake(next))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>Takes points at random, fewer where no more are left.</summary>
    public IReadOnlyList<int[]> Draw(int count)
    {
        List<int[]> points = [];
        while (points.Count < count && Draw() is { } point)
        {
            points.Add(point);
        }

        return points;
    }
}
