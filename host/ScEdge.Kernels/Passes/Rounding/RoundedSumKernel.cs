using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Passes.Rounding;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// Many exact sums rounded at random: the vector twin of <see cref="StochasticRounding.Of"/>.
/// </summary>
internal static unsafe class RoundedSumKernel
{
    /// <summary>Rounds sums, each by the word at its counter.</summary>
    /// <param name="sums">Whole numbers of magnitude below 2^47.</param>
    /// <param name="digits">Digits to drop.</param>
    /// <param name="key">Key of the random words.</param>
    /// <param name="counter">Counter of the first word.</param>
    /// <param name="rounded">Receives the rounded sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Round(ReadOnlySpan<double> sums, int digits, ulong key, uint counter, Span<int> rounded)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounded.Length, sums.Length, nameof(rounded));
        int i = 0;
        fixed (double* source = sums)
        fixed (int* target = rounded)
        {
            Vector512<uint> high = Vector512.Create((uint)(key >> 32));
            Vector512<uint> position = Vector512.Create((uint)key + counter) + Vector512<uint>.Indices;
            int shift = Math.Max(32 - digits, 0);
            Vector512<double> perUniform = Vector512.Create(Math.ScaleB(1, Math.Max(digits - 32, 0)));
            Vector512<double> unit = Vector512.Create(Math.ScaleB(1, -digits));
            for (; i + LaneVector.Count <= sums.Length; i += LaneVector.Count)
            {
                Vector512<uint> word = Vector512.ShiftRightLogical(CounterWords.At(position + Vector512.Create((uint)i), high), shift);
                (Vector512<ulong> lower, Vector512<ulong> upper) = Vector512.Widen(word);
                Vector512.Narrow(
                    Round(Vector512.Load(source + i), lower, perUniform, unit),
                    Round(Vector512.Load(source + i + 8), upper, perUniform, unit)).Store(target + i);
            }
        }

        for (; i < sums.Length; i++)
        {
            rounded[i] = StochasticRounding.Of((long)sums[i], digits, CounterGenerator.Word((uint)key, (uint)(key >> 32), counter + (uint)i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Round(Vector512<double> sum, Vector512<ulong> word, Vector512<double> perUniform, Vector512<double> unit)
    {
        // A 32-bit integer becomes a double by way of the bits of 2^52 + integer, and leaves it by 1.5 x 2^52 + integer.
        Vector512<double> offset = Vector512.Create(4503599627370496.0);
        Vector512<double> uniform = ((word | offset.AsUInt64()).AsDouble() - offset) * perUniform;
        return (Vector512.Floor((sum + uniform) * unit) + Vector512.Create(6755399441055744.0)).AsInt64();
    }
}
