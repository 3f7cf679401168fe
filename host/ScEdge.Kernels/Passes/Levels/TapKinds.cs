using System;
using System.Collections.Generic;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Which taps of each window lie inside of a map, along one direction: few kinds of windows, all but those at the padding alike.
/// </summary>
internal sealed class TapKinds
{
    /// <summary>Finds the kinds.</summary>
    /// <param name="windows">Windows along the direction.</param>
    /// <param name="padding">Zeros before the map.</param>
    /// <param name="size">Numbers of the map.</param>
    /// <param name="taps">Taps of a window.</param>
    public TapKinds(int windows, int padding, int size, int taps)
    {
        List<TapRange> kinds = [];
        KindOf = new int[windows];
        for (int window = 0; window < windows; window++)
        {
            TapRange inside = TapRange.Within(padding - window, padding - window + size, taps);
            int kind = kinds.IndexOf(inside);
            if (kind < 0)
            {
                kind = kinds.Count;
                kinds.Add(inside);
            }

            KindOf[window] = kind;
        }

        Kinds = [.. kinds];
    }

    /// <summary>The taps inside, by kind. The backing array.</summary>
    public TapRange[] Kinds { get; }

    /// <summary>The kind of each window. The backing array.</summary>
    public int[] KindOf { get; }
}
