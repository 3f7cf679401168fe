using System;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// A sequence of random numbers that all numbers of a tensor share, by size.
/// </summary>
/// <remarks>
/// A stream under it is known by its level, the count of its ones: it has them at the times of its <c>level</c> smallest numbers, equal ones in
/// the order of time.
/// </remarks>
public sealed unsafe class SortedSequence
{
    /// <summary>The longest sequence: a level less one fits into a byte.</summary>
    public const int LongestLength = 256;

    private readonly uint[] _keys = new uint[LongestLength];
    private readonly int[] _starts = new int[257];
    private readonly WordBuffer _times = new(LongestLength / 4);
    private readonly WordBuffer _ranks = new(LongestLength / 4);
    private readonly WordBuffer _lower = new(LongestLength / 4);
    private readonly WordBuffer _upper = new(LongestLength / 4);

    /// <summary>Gets N, the length of the streams.</summary>
    public int Length { get; private set; }

    /// <summary>The smallest number: a stream with a probability above it has a one.</summary>
    internal uint Smallest => _keys[0] >> 8;

    /// <summary>By rank: when the number comes.</summary>
    internal byte* Times => (byte*)_times.Words;

    /// <summary>By time: the numbers below.</summary>
    internal byte* Ranks => (byte*)_ranks.Words;

    /// <summary>Lower bytes of the numbers by rank, the smallest left out; 255 behind their end.</summary>
    internal byte* Lower => (byte*)_lower.Words;

    /// <summary>Upper bytes likewise.</summary>
    internal byte* Upper => (byte*)_upper.Words;

    /// <summary>Takes a sequence.</summary>
    /// <param name="numbers">The numbers in time, a power of two of them, 8 to 256.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort(ReadOnlySpan<ushort> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Length, LongestLength, nameof(numbers));
        Length = numbers.Length;
        _lower.Span.Fill(uint.MaxValue);
        _upper.Span.Fill(uint.MaxValue);
        fixed (uint* keys = _keys)
        fixed (int* starts = _starts)
        {
            SortByUpperByte(numbers, starts, keys);
            PutInOrder(keys, numbers.Length);
            byte* times = Times;
            byte* ranks = Ranks;
            byte* lower = Lower - 1;
            byte* upper = Upper - 1;
            for (int rank = 0; rank < numbers.Length; rank++)
            {
                uint key = keys[rank];
                times[rank] = (byte)key;
                ranks[(byte)key] = (byte)rank;
                if (rank > 0)
                {
                    lower[rank] = (byte)(key >> 8);
                    upper[rank] = (byte)(key >> 16);
                }
            }
        }
    }

    /// <summary>Puts numbers and, below them, their times in the order of the numbers' upper bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SortByUpperByte(ReadOnlySpan<ushort> numbers, int* starts, uint* keys)
    {
        new Span<int>(starts, 257).Clear();
        for (int time = 0; time < numbers.Length; time++)
        {
            starts[(numbers[time] >> 8) + 1]++;
        }

        for (int i = 1, sum = 0; i < 257; i++)
        {
            sum += starts[i];
            starts[i] = sum;
        }

        for (int time = 0; time < numbers.Length; time++)
        {
            keys[starts[numbers[time] >> 8]++] = ((uint)numbers[time] << 8) | (uint)time;
        }
    }

    /// <summary>Moves the few that are out of place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutInOrder(uint* keys, int count)
    {
        for (int i = 1; i < count; i++)
        {
            uint key = keys[i];
            int place = i;
            for (; place > 0 && keys[place - 1] > key; place--)
            {
                keys[place] = keys[place - 1];
            }

            keys[place] = key;
        }
    }
}
