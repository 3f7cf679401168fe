using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The levels of many numbers under a shared sequence: how many of its numbers lie below each probability.
/// </summary>
public static unsafe class LevelKernel
{
    private const int Lanes = 64;

    // Shorter streams have scalar gates as fast as scalar look-ups.
    private const int ShortestPlain = 128;

    /// <summary>Returns whether looking products up by levels is faster than gates: 64 at once, or many bits in scalar code.</summary>
    /// <param name="length">N.</param>
    public static bool Pays(int length) =>
        KernelTier.Current == VectorTier.Scalar ? length >= ShortestPlain : ITableSize.For(KernelTier.Current, length) != 0;

    /// <summary>Finds levels by bisection, and counts the streams as their comparators would.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="values">The numbers, for their signs.</param>
    /// <param name="probabilities">P of each, 0..65536.</param>
    /// <param name="found">Receives the levels and signs, as many.</param>
    /// <param name="counts">Receives the numbers and their bits.</param>
    public static void Find(
        SortedSequence sequence, ReadOnlySpan<int> values, ReadOnlySpan<uint> probabilities, LevelSpan found, OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentNullException.ThrowIfNull(counts);
        Find(KernelTier.Current, sequence, values, probabilities, found);
        counts.Numbers += values.Length;
        counts.Bits += (long)values.Length * sequence.Length;
    }

    internal static void Find(
        VectorTier tier, SortedSequence sequence, ReadOnlySpan<int> values, ReadOnlySpan<uint> probabilities, LevelSpan found)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probabilities.Length, values.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(found.Levels.Length, values.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(found.Signs.Length, values.Length);
        int size = values.Length < Lanes ? 0 : ITableSize.For(tier, sequence.Length);
        fixed (int* value = values)
        fixed (uint* probability = probabilities)
        fixed (byte* level = found.Levels)
        fixed (sbyte* sign = found.Signs)
        {
            switch (size)
            {
                case 64:
                    Find<ITableSize.Of64>(sequence, values.Length, value, probability, level, sign);
                    break;
                case 128:
                    Find<ITableSize.Of128>(sequence, values.Length, value, probability, level, sign);
                    break;
                case 256:
                    Find<ITableSize.Of256>(sequence, values.Length, value, probability, level, sign);
                    break;
                default:
                    FindOneByOne(sequence, values.Length, value, probability, level, sign);
                    break;
            }
        }
    }

    private static void FindOneByOne(SortedSequence sequence, int count, int* values, uint* probabilities, byte* levels, sbyte* signs)
    {
        for (int i = 0; i < count; i++)
        {
            uint probability = probabilities[i];
            signs[i] = (sbyte)(probability > sequence.Smallest ? Math.Sign(values[i]) : 0);
            levels[i] = (byte)Bisect(sequence, probability - 1);
        }
    }

    private static int Bisect(SortedSequence sequence, uint most)
    {
        // In an even sequence the upper digits say how many numbers are below, but for one.
        int level = sequence.IsEven ? Math.Max((int)((most & 0xFFFF) >> (16 - BitOperations.Log2((uint)sequence.Length))), 1) - 1 : 0;
        for (int step = sequence.IsEven ? 1 : sequence.Length / 2; step > 0; step /= 2)
        {
            int probe = level + step - 1;
            level += ((uint)sequence.Upper[probe] << 8 | sequence.Lower[probe]) <= most ? step : 0;
        }

        return level;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Find<TSize>(SortedSequence sequence, int count, int* values, uint* probabilities, byte* levels, sbyte* signs)
        where TSize : struct, ITableSize
    {
        Vector512<byte> lower0 = TableRow.Quarter<TSize>(sequence.Lower, 0);
        Vector512<byte> lower1 = TableRow.Quarter<TSize>(sequence.Lower, 1);
        Vector512<byte> lower2 = TableRow.Quarter<TSize>(sequence.Lower, 2);
        Vector512<byte> lower3 = TableRow.Quarter<TSize>(sequence.Lower, 3);
        Vector512<byte> upper0 = TableRow.Quarter<TSize>(sequence.Upper, 0);
        Vector512<byte> upper1 = TableRow.Quarter<TSize>(sequence.Upper, 1);
        Vector512<byte> upper2 = TableRow.Quarter<TSize>(sequence.Upper, 2);
        Vector512<byte> upper3 = TableRow.Quarter<TSize>(sequence.Upper, 3);
        Vector512<uint> smallest = Vector512.Create(sequence.Smallest);

        // In an even sequence the upper digits of P - 1 say how many numbers are below, but for one.
        int rankShift = 16 - BitOperations.Log2((uint)sequence.Length);
        int firstStep = sequence.IsEven ? 1 : sequence.Length / 2;
        for (int next = 0; next < count; next += Lanes)
        {
            // The last ones overlap those before.
            int i = Math.Min(next, count - Lanes);
            Vector512<byte> lowerOfMost = Narrow(probabilities + i, 0);
            Vector512<byte> upperOfMost = Narrow(probabilities + i, 8);
            Vector512<byte> level = sequence.IsEven
                ? Avx512BW.SubtractSaturate(Narrow(probabilities + i, rankShift), Vector512<byte>.One)
                : default;
            for (int step = firstStep; step > 0; step /= 2)
            {
                Vector512<byte> probe = level + Vector512.Create((byte)(step - 1));
                Vector512<byte> lower = TableRow.LookUp<TSize>(lower0, lower1, lower2, lower3, probe);
                Vector512<byte> upper = TableRow.LookUp<TSize>(upper0, upper1, upper2, upper3, probe);
                Vector512<byte> within = Vector512.LessThan(upper, upperOfMost)
                    | (Vector512.Equals(upper, upperOfMost) & Vector512.LessThanOrEqual(lower, lowerOfMost));
                level += within & Vector512.Create((byte)step);
            }

            level.Store(levels + i);
            for (int j = i; j < i + Lanes; j += Vector512<int>.Count)
            {
                Vector512<int> value = Vector512.Load(values + j);
                Vector512<int> present = Vector512.GreaterThan(Vector512.Load(probabilities + j), smallest).AsInt32();
                Vector512<int> sign = ((value >> 31) | (-value >>> 31)) & present;
                Avx512F.ConvertToVector128SByte(sign).Store(signs + j);
            }
        }
    }

    /// <summary>Takes a byte of P - 1 of 64 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Narrow(uint* probabilities, int shift)
    {
        return Vector512.Create(Half(probabilities), Half(probabilities + (Lanes / 2)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<byte> Half(uint* from) => Vector256.Create(Quarter(from), Quarter(from + (Lanes / 4)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector128<byte> Quarter(uint* from) =>
            Avx512F.ConvertToVector128Byte((Vector512.Load(from) - Vector512<uint>.One) >>> shift);
    }
}
