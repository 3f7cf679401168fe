using System;
using System.Collections.Generic;

namespace ScEdge.Training.Runs;

/// <summary>
/// How the trained values of one tensor are distributed, stochastic and FP32 over the same bins.
/// </summary>
/// <param name="Tensor">Name of the tensor.</param>
/// <param name="LowestEdge">Lower edge of the first bin.</param>
/// <param name="BinWidth">Width of a bin.</param>
/// <param name="Stochastic">Counts after stochastic training; empty without one.</param>
/// <param name="Fp32">Counts after FP32 training; empty without one.</param>
public sealed record WeightDistribution(
    string Tensor, double LowestEdge, double BinWidth, IReadOnlyList<long> Stochastic, IReadOnlyList<long> Fp32)
{
    private const int BinCount = 48;

    /// <summary>Counts the values of a tensor over bins that are symmetric about zero and hold all of them.</summary>
    /// <param name="tensor">Name of the tensor.</param>
    /// <param name="stochastic">Values after stochastic training; may be empty.</param>
    /// <param name="fp32">Values after FP32 training; may be empty.</param>
    public static WeightDistribution Of(string tensor, ReadOnlySpan<float> stochastic, ReadOnlySpan<float> fp32)
    {
        float largest = 1e-6f;
        foreach (float value in stochastic)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        foreach (float value in fp32)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        double width = 2.0 * largest / BinCount;
        return new WeightDistribution(
            tensor, -largest, width, Count(stochastic, largest, width), Count(fp32, largest, width));
    }

    private static long[] Count(ReadOnlySpan<float> values, double largest, double width)
    {
        long[] counts = values.Length == 0 ? [] : new long[BinCount];
        foreach (float value in values)
        {
            counts[Math.Clamp((int)((value + largest) / width), 0, BinCount - 1)]++;
        }

        return counts;
    }
}
