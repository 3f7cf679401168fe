using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Cli.Views;

/// <summary>
/// A loss curve as one line of blocks; the height is logarithmic, since losses fall over orders of magnitude.
/// </summary>
internal static class LossSparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>Draws a curve over its share of a width, so that the line grows with the training.</summary>
    /// <param name="losses">Points so far.</param>
    /// <param name="expected">Points of the whole training.</param>
    /// <param name="width">Characters of the whole training.</param>
    /// <param name="lowest">Loss of the lowest block.</param>
    /// <param name="highest">Loss of the highest block.</param>
    public static string Draw(IReadOnlyList<double> losses, int expected, int width, double lowest, double highest)
    {
        int columns = Math.Min(width, (int)Math.Ceiling((double)losses.Count * width / Math.Max(expected, 1)));
        double range = Math.Max(Math.Log(highest / lowest), 1e-6);
        return string.Concat(Enumerable.Range(0, columns).Select(column =>
        {
            int begin = Math.Min((int)((long)column * losses.Count / columns), losses.Count - 1);
            int end = Math.Max(begin + 1, (int)((long)(column + 1) * losses.Count / columns));
            double sum = 0;
            for (int i = begin; i < end; i++)
            {
                sum += losses[i];
            }

            double height = Math.Log(Math.Max(sum / (end - begin), lowest) / lowest) / range;
            return Blocks[Math.Clamp((int)(height * Blocks.Length), 0, Blocks.Length - 1)];
        }));
    }
}
