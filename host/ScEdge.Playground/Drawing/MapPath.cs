using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Playground.Networks;

namespace ScEdge.Playground.Drawing;

/// <summary>One channel of a map as squares of eight shades, a path for each shade.</summary>
public sealed class MapPath
{
    /// <summary>Shades besides nothing.</summary>
    public const int Shades = 8;

    private MapPath(int width, int height, IReadOnlyList<string> paths)
    {
        ViewBox = $"0 0 {width} {height}";
        Paths = paths;
    }

    /// <summary>Gets the drawing's frame.</summary>
    public string ViewBox { get; }

    /// <summary>Gets the path of each shade, from the palest.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Draws the channels of a map on a common scale; negative numbers are as nothing.</summary>
    public static IReadOnlyList<MapPath> Of(LayerMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        int most = Math.Max(1, map.Values.Max());
        int[] values = [.. map.Values];
        if (map.Height * map.Width == 1)
        {
            // A dense layer has no maps: its outputs stand in one row.
            return [Of(values, map.Channels, 1, most)];
        }

        int pixels = map.Height * map.Width;
        return [.. Enumerable.Range(0, map.Channels).Select(channel => Of(values.AsSpan(channel * pixels, pixels), map.Width, map.Height, most))];
    }

    private static MapPath Of(ReadOnlySpan<int> values, int width, int height, int most)
    {
        StringBuilder[] paths = [.. Enumerable.Range(0, Shades).Select(static _ => new StringBuilder())];
        for (int i = 0; i < values.Length; i++)
        {
            int shade = values[i] <= 0 ? 0 : (int)Math.Ceiling((double)values[i] * Shades / most);
            if (shade > 0)
            {
                paths[shade - 1].Append('M').Append(i % width).Append(' ').Append(i / width).Append("h1v1h-1z");
            }
        }

        return new MapPath(width, height, [.. paths.Select(static path => path.ToString())]);
    }
}
