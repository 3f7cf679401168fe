using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Tests.Layers;

/// <summary>
/// Reproducible numbers for tests and the sums that a kernel should give, in double precision.
/// </summary>
internal static class TestTensor
{
    /// <summary>Numbers between -1 and 1.</summary>
    public static float[] Random(int length, uint stream)
    {
        ulong key = CounterGenerator.Key(20240607, stream, 0);
        float[] values = new float[length];
        for (int i = 0; i < length; i++)
        {
            int number = (int)(CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)i) >> 8);
            values[i] = (number - (1 << 23)) / (float)(1 << 23);
        }

        return values;
    }

    /// <summary>
    /// Compares sums of fused multiply-adds with exact ones: a chain of n additions of terms up to 1 errs by at most
    /// n * n / 2 * 2^-24 (every partial sum, at most n, is rounded by half a unit), and here by far less.
    /// </summary>
    public static void AssertSums(double[] expected, ReadOnlySpan<float> actual, int terms)
    {
        double tolerance = Math.Max(1, terms) * (terms + 1) * 0.5 * Math.Pow(2, -24);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance,
                $"Element {i} is {actual[i]:R}, not {expected[i]:R} within {tolerance:R}.");
        }
    }
}
