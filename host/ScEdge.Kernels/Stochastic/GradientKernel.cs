using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// From FP32 gradients to integers: the largest magnitude and stochastic rounding.
/// </summary>
/// <remarks>The vectors repeat what the scalar loops at their ends do, in any vector width.</remarks>
public static unsafe class GradientKernel
{
    private const double PerWord = 1.0 / 4294967296.0;

    /// <summary>Returns the largest magnitude, 0 without entries; infinity or not-a-number if there is one.</summary>
    /// <param name="gradient">Entries.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static float LargestMagnitude(ReadOnlySpan<float> gradient)
    {
        // Magnitudes in the order of their bits: infinity is above all numbers, not-a-number above infinity.
        int largest = 0;
        int i = 0;
        fixed (float* entries = gradient)
        {
            Vector512<int> magnitude = Vector512.Create(int.MaxValue);
            Vector512<int> lanes = Vector512<int>.Zero;
            for (; i + LaneVector.Count <= gradient.Length; i += LaneVector.Count)
            {
                lanes = Vector512.Max(lanes, Vector512.Load(entries + i).AsInt32() & magnitude);
            }

            for (int lane = 0; lane < LaneVector.Count; lane++)
            {
                largest = Math.Max(largest, lanes[lane]);
            }
        }

        for (; i < gradient.Length; i++)
        {
            largest = Math.Max(largest, BitConverter.SingleToInt32Bits(gradient[i]) & int.MaxValue);
        }

        return BitConverter.Int32BitsToSingle(largest);
    }

    /// <summary>Rounds entries: floor(entry x scale + u), u the word at the entry's counter in units of 2^-32.</summary>
    /// <param name="gradient">Finite entries.</param>
    /// <param name="scale">Factor for which every result fits 16 bits.</param>
    /// <param name="key">Key of the rounding's stream.</param>
    /// <param name="counter">Counter of the first entry.</param>
    /// <param name="integers">Receives an integer for each entry.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Round(ReadOnlySpan<float> gradient, double scale, ulong key, uint counter, Span<short> integers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(integers.Length, gradient.Length, nameof(integers));
        uint keyLow = (uint)key;
        uint keyHigh = (uint)(key >> 32);
        int i = 0;
        fixed (float* entries = gradient)
        fixed (short* results = integers)
        {
            Vector512<uint> high = Vector512.Create(keyHigh);
            Vector512<uint> position = Vector512.Create(keyLow + counter) + Vector512<uint>.Indices;
            for (; i + LaneVector.Count <= gradient.Length; i += LaneVector.Count)
            {
                Vector512<uint> word = CounterWords.At(position + Vector512.Create((uint)i), high);
                (Vector512<ulong> lowerWord, Vector512<ulong> upperWord) = Vector512.Widen(word);
                (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(Vector512.Load(entries + i));
                Vector512<int> rounded = Vector512.Narrow(Floor(lower, scale, lowerWord), Floor(upper, scale, upperWord));
                Vector256.Narrow(rounded.GetLower(), rounded.GetUpper()).Store(results + i);
            }
        }

        for (; i < gradient.Length; i++)
        {
            double uniform = CounterGenerator.Word(keyLow, keyHigh, counter + (uint)i) * PerWord;
            integers[i] = (short)Math.Floor((gradient[i] * scale) + uniform);
        }
    }

    /// <summary>Rounds counts to coarser integers: floor((count + u) / 2^digits), u the upper digits of the word at the count's counter.</summary>
    /// <param name="counts">Counts.</param>
    /// <param name="digits">Digits that are rounded away, 1 to 16.</param>
    /// <param name="limit">Largest magnitude of an integer; what is larger meets it.</param>
    /// <param name="key">Key of the rounding's stream.</param>
    /// <param name="counter">Counter of the first count.</param>
    /// <param name="integers">Receives an integer for each count.</param>
    /// <returns>The largest magnitude among them.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int RoundCounts(ReadOnlySpan<int> counts, int digits, int limit, ulong key, uint counter, Span<short> integers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(integers.Length, counts.Length, nameof(integers));
        uint keyLow = (uint)key;
        uint keyHigh = (uint)(key >> 32);
        int i = 0;
        int largest = 0;
        fixed (int* entries = counts)
        fixed (short* results = integers)
        {
            Vector512<uint> high = Vector512.Create(keyHigh);
            Vector512<uint> position = Vector512.Create(keyLow + counter) + Vector512<uint>.Indices;
            Vector512<int> most = Vector512.Create(limit);
            Vector512<int> magnitudes = Vector512<int>.Zero;
            for (; i + LaneVector.Count <= counts.Length; i += LaneVector.Count)
            {
                Vector512<uint> random = CounterWords.At(position + Vector512.Create((uint)i), high) >>> (32 - digits);
                Vector512<int> rounded = (Vector512.Load(entries + i) + random.AsInt32()) >> digits;
                rounded = Vector512.Max(Vector512.Min(rounded, most), -most);
                magnitudes = Vector512.Max(magnitudes, Vector512.Abs(rounded));
                Vector256.Narrow(rounded.GetLower(), rounded.GetUpper()).Store(results + i);
            }

            for (int lane = 0; lane < LaneVector.Count; lane++)
            {
                largest = Math.Max(largest, magnitudes[lane]);
            }
        }

        for (; i < counts.Length; i++)
        {
            int random = (int)(CounterGenerator.Word(keyLow, keyHigh, counter + (uint)i) >> (32 - digits));
            int rounded = Math.Clamp((counts[i] + random) >> digits, -limit, limit);
            integers[i] = (short)rounded;
            largest = Math.Max(largest, Math.Abs(rounded));
        }

        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Floor(Vector512<double> entry, double scale, Vector512<ulong> word)
    {
        // A 32-bit integer becomes a double by way of the bits of 2^52 + integer, and leaves it by 1.5 x 2^52 + integer.
        Vector512<double> offset = Vector512.Create(4503599627370496.0);
        Vector512<double> uniform = (word | offset.AsUInt64()).AsDouble() - offset;
        Vector512<double> moved = (entry * Vector512.Create(scale)) + (uniform * Vector512.Create(PerWord));
        return (Vector512.Floor(moved) + Vector512.Create(6755399441055744.0)).AsInt64();
    }
}
