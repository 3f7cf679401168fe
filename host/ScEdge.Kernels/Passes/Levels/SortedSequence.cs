using System;
using System.Numerics;
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
    private readonly int[] _coinciding = new int[LongestLength + 1];
    private readonly WordBuffer _times = new(LongestLength / 4);
    private readonly WordBuffer _ranks = new(LongestLength / 4);
    private readonly WordBuffer _lower = new((LongestLength / 4) + 1);
    private readonly WordBuffer _upper = new((LongestLength / 4) + 1);

    private readonly SequenceOrder _order = new();

    // What a source makes is of one kind: after one sequence that was not even, none is tried until the length is another.
    private bool _canBeEven;

    /// <summary>Gets N, the length of the streams.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there is one number for each value of the upper log2 N digits: then these are its rank.</summary>
    internal bool IsEven { get; private set; }

    /// <summary>The smallest number: a stream with a probability above it has a one.</summary>
    internal uint Smallest => ((uint)AllUpper[0] << 8) | AllLower[0];

    /// <summary>By rank: when the number comes.</summary>
    internal byte* Times => (byte*)_times.Words;

    /// <summary>By time: the numbers below.</summary>
    internal byte* Ranks => (byte*)_ranks.Words;

    /// <summary>Lower bytes of the numbers by rank, the smallest left out; 255 behind their end.</summary>
    internal byte* Lower => AllLower + 1;

    /// <summary>Upper bytes likewise.</summary>
    internal byte* Upper => AllUpper + 1;

    /// <summary>Lower bytes of all numbers by rank.</summary>
    internal byte* AllLower => (byte*)_lower.Words;

    /// <summary>Upper bytes of all numbers by rank.</summary>
    internal byte* AllUpper => (byte*)_upper.Words;

    /// <summary>Takes a sequence.</summary>
    /// <param name="numbers">The numbers in time, a power of two of them, 8 to 256.</param>
    public void Sort(ReadOnlySpan<ushort> numbers) => Sort(KernelTier.Current, numbers);

    internal void Sort(VectorTier tier, ReadOnlySpan<ushort> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Length, LongestLength, nameof(numbers));
        if (Length != numbers.Length)
        {
            Length = numbers.Length;
            _times.Span.Clear();
            _lower.Span.Fill(uint.MaxValue);
            _upper.Span.Fill(uint.MaxValue);
            _canBeEven = true;
        }

        bool atOnce = SequenceOrder.CanServe(tier, numbers.Length);
        IsEven = _canBeEven && (atOnce ? _order.Find(tier, numbers, isEven: true, this) : SortEven(numbers));
        _canBeEven = IsEven;
        if (IsEven)
        {
            return;
        }

        if (atOnce)
        {
            _order.Find(tier, numbers, isEven: false, this);
        }
        else
        {
            SortAny(numbers);
        }
    }

    /// <summary>Counts, for every level, the ones that coincide with those of another stream.</summary>
    /// <param name="other">Words of the stream.</param>
    /// <returns>The counts by level, 0 to N; valid until the next call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> CountWith(ReadOnlySpan<uint> other)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(32 * other.Length, Length, nameof(other));
        int sum = 0;
        int[] coinciding = _coinciding;
        byte* times = Times;
        fixed (uint* words = other)
        {
            for (int rank = 1; rank <= Length; rank++)
            {
                int time = *times++;
                sum += (int)((words[time / 32] >> time) & 1);
                coinciding[rank] = sum;
            }
        }

        return _coinciding;
    }

    /// <summary>Sorts a sequence of low discrepancy, whose upper digits are ranks.</summary>
    /// <returns>Whether it is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool SortEven(ReadOnlySpan<ushort> numbers)
    {
        int shift = 16 - BitOperations.Log2((uint)numbers.Length);
        byte* times = Times;
        byte* ranks = Ranks;
        byte* lower = AllLower;
        byte* upper = AllUpper;
        for (int time = 0; time < numbers.Length; time++)
        {
            uint number = numbers[time];
            uint rank = number >> shift;
            times[rank] = (byte)time;
            ranks[time] = (byte)rank;
            lower[rank] = (byte)number;
            upper[rank] = (byte)(number >> 8);
        }

        // A rank that no number has keeps an old time, whose number has another rank.
        int differences = 0;
        for (int rank = 0; rank < numbers.Length; rank++)
        {
            differences |= ranks[times[rank]] ^ rank;
        }

        return differences == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortAny(ReadOnlySpan<ushort> numbers)
    {
        fixed (uint* keys = _keys)
        fixed (int* starts = _starts)
        {
            SortByUpperByte(numbers, starts, keys);
            PutInOrder(keys, numbers.Length);
            for (int rank = 0; rank < numbers.Length; rank++)
            {
                uint key = keys[rank];
                Times[rank] = (byte)key;
                Ranks[(byte)key] = (byte)rank;
                AllLower[rank] = (byte)(key >> 8);
                AllUpper[rank] = (byte)(key >> 16);
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
