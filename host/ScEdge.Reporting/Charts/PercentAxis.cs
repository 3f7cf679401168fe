using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Reporting.Charts;

/// <summary>A linear axis for percentages: it never leaves 0 to 100, and never spans less than 0.3 points.</summary>
internal static class PercentAxis
{
    private const double SmallestSpan = 0.3;

    /// <summary>An axis over the finite ones of some percentages.</summary>
    public static LinearAxis Covering(string title, IEnumerable<double> percentages, int mostSteps = 5)
    {
        List<double> finite = [.. percentages.Where(double.IsFinite)];
        if (finite.Count == 0)
        {
            return LinearAxis.Covering(title, 0, 100, mostSteps);
        }

        double low = finite.Min();
        double high = finite.Max();
        double missing = Math.Max(0, SmallestSpan - (high - low));
        high = Math.Min(100, high + missing / 2);
        low = Math.Max(0, Math.Min(low - missing / 2, high - SmallestSpan));
        high = Math.Max(high, low + SmallestSpan);
        return LinearAxis.Covering(title, low, high, mostSteps);
    }
}
