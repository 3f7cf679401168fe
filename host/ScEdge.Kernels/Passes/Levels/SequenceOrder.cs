using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The order of a sequence, 64 numbers at once.
/// </summary>
/// <remarks>
/// The upper digits of a sequence of low discrepancy are ranks; of any other ranks are counted. Only the times go to their places one by one; what
/// belongs to each rank is then looked up by its time.
/// </remarks>
internal sealed unsafe class SequenceOrder
{
    private const int Lanes = 64;

    // By time: lower and upper bytes of the numbers.
    private readonly WordBuffer _lower = new(SortedSequence.LongestLength / sizeof(uint));
    private readonly WordBuffer _upper = new(SortedSequence.LongestLength / sizeof(uint));

    /// <summary>Returns whether sequences of a length can be put in order here.</summary>
    public static bool CanServe(VectorTier tier, int length) => length % Lanes == 0 && ITableSize.For(tier, length) != 0;

    /// <summary>Writes times, ranks and bytes of a sequence.</summary>
    /// <param name="tier">Instructions.</param>
    /// <param name="numbers">Numbers in time.</param>
    /// <param name="isEven">Whether it is to be taken for one of low discrepancy.</param>
    /// <param name="order">Receives the order.</param>
    /// <returns>Whether it is what it was taken for; otherwise what was written is of no use.</returns>
    public bool Find(VectorTier tier, ReadOnlySpan<ushort> numbers, bool isEven, SortedSequence order)
    {
        fixed (ushort* first = numbers)
        {
            return ITableSize.For(tier, numbers.Length) switch
            {
                64 => Find<ITableSize.Of64>(first, numbers.Length, isEven, order),
                128 => Find<ITableSize.Of128>(first, numbers.Length, isEven, order),
                _ => Find<ITableSize.Of256>(first, numbers.Length, isEven, order),
            };
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private bool Find<TSize>(ushort* numbers, int length, bool isEven, SortedSequence order)
        where TSize : struct, ITableSize
    {
        int shift = 16 - BitOperations.Log2((uint)length);
        byte* ranks = order.Ranks;
        byte* times = order.Times;
        byte* lower = (byte*)_lower.Words;
        byte* upper = (byte*)_upper.Words;
        if (!isEven)
        {
            SequenceRanks.Find(numbers, length, ranks);
        }

        for (int i = 0; i < length; i += Vector512<ushort>.Count)
        {
            Vector512<ushort> number = Vector512.Load(numbers + i);
            if (isEven)
            {
                Avx512BW.ConvertToVector256Byte(number >>> shift).Store(ranks + i);
            }

            Avx512BW.ConvertToVector256Byte(number).Store(lower + i);
            Avx512BW.ConvertToVector256Byte(number >>> 8).Store(upper + i);
        }

        for (nint time = 0; time < length; time++)
        {
            times[ranks[time]] = (byte)time;
        }

        // A rank that no number has keeps an old time, whose number has another rank.
        Vector512<byte> differences = default;
        for (int i = 0; i < length; i += Lanes)
        {
            Vector512<byte> time = Vector512.Load(times + i);
            LookUp<TSize>(lower, time).Store(order.AllLower + i);
            LookUp<TSize>(upper, time).Store(order.AllUpper + i);
            differences |= LookUp<TSize>(ranks, time) ^ (Vector512<byte>.Indices + Vector512.Create((byte)i));
        }

        return differences == Vector512<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LookUp<TSize>(byte* bytes, Vector512<byte> indices)
        where TSize : struct, ITableSize =>
        TableRow.LookUp<TSize>(
            TableRow.Quarter<TSize>(bytes, 0),
            TableRow.Quarter<TSize>(bytes, 1),
            TableRow.Quarter<TSize>(bytes, 2),
            TableRow.Quarter<TSize>(bytes, 3),
            indices);
}
