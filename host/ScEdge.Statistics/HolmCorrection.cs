using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Statistics;

/// <summary>
/// Probabilities of a whole table, corrected for its number of rows.
/// </summary>
/// <remarks>
/// S. Holm, "A simple sequentially rejective multiple test procedure" (Scandinavian Journal of Statistics 6, 1979): the k-th smallest of m is
/// multiplied by m - k + 1, and none may be smaller than the one before it. Rows below a level then hold together: the probability of even one
/// false one is at most that level, however the rows depend on each other.
/// </remarks>
public static class HolmCorrection
{
    /// <summary>Corrects probabilities.</summary>
    /// <param name="probabilities">0 to 1 each.</param>
    /// <returns>Corrected ones in the same order, at most 1.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        double[] adjusted = new double[probabilities.Count];
        double least = 0;
        int left = probabilities.Count;
        foreach (int i in Enumerable.Range(0, probabilities.Count).OrderBy(i => probabilities[i]))
        {
            least = Math.Max(least, Math.Min(1, left * probabilities[i]));
            adjusted[i] = least;
            left--;
        }

        return adjusted;
    }
}
