using System;
using System.Collections.Generic;

namespace ScEdge.Statistics;

/// <summary>Mean and spread of a small sample.</summary>
/// <param name="Count">Values in the sample, at least 1.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">Sample standard deviation with divisor n - 1; null for a single value.</param>
/// <param name="HalfWidth95">Half width of the 95 % interval of the mean, t(n - 1) s / sqrt(n); null for a single value.</param>
public sealed record SampleSummary(int Count, double Mean, double? StandardDeviation, double? HalfWidth95)
{
    /// <summary>Lower end of the 95 % interval of the mean; null for a single value.</summary>
    public double? Low95 => Mean - HalfWidth95;

    /// <summary>Upper end of the 95 % interval of the mean; null for a single value.</summary>
    public double? High95 => Mean + HalfWidth95;

    /// <summary>Summarises a sample.</summary>
    /// <remarks>
    /// The interval assumes independent, normally distributed values (Student, "The probable error of a mean", Biometrika 6,
    /// 1908). The deviation is summed around the mean, so equal values give exactly 0.
    /// </remarks>
    /// <param name="values">At least one finite value.</param>
    /// <returns>The summary, or null for an empty sample.</returns>
    public static SampleSummary? Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int count = values.Count;
        if (count == 0)
        {
            return null;
        }

        // Sums start at the first value: a sample of equal values then has exactly that mean.
        double shift = values[0];
        double sum = 0;
        foreach (double value in values)
        {
            sum += value - shift;
        }

        double mean = shift + sum / count;
        if (count == 1)
        {
            return new SampleSummary(1, mean, null, null);
        }

        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        double deviation = Math.Sqrt(squares / (count - 1));
        double halfWidth = StudentT.TwoSidedQuantile(0.95, count - 1) * deviation / Math.Sqrt(count);
        return new SampleSummary(count, mean, deviation, halfWidth);
    }
}
