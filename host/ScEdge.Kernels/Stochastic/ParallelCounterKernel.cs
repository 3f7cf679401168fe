using System;
using ScEdge.Kernels.Stochastic.Packed;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The exact sum of many packed streams: the vector twin of <see cref="ScEdge.Stochastic.Operators.AccumulativeParallelCounter"/>.
/// </summary>
/// <remarks>
/// Cycles that cannot clip need no order: their ones are counted stream by stream. A block that may clip is halved, down to the
/// words whose cycles must be added one by one.
/// </remarks>
public static unsafe class ParallelCounterKernel
{
    private const int WordBits = 32;

    /// <summary>Adds the cycles of some streams to a register.</summary>
    /// <param name="register">Register.</param>
    /// <param name="streams">Streams [input][word], tails zero.</param>
    /// <param name="length">Cycles: stream length in bits.</param>
    /// <param name="isNegative">Whether an input counts down; empty if none does.</param>
    public static void Accumulate(
        ref ParallelCounterRegister register, ReadOnlySpan<uint> streams, int length, ReadOnlySpan<bool> isNegative) =>
        Accumulate(KernelTier.Current, ref register, streams, length, isNegative);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static void Accumulate(
        VectorTier tier, ref ParallelCounterRegister register, ReadOnlySpan<uint> streams, int length, ReadOnlySpan<bool> isNegative)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        int words = (length + WordBits - 1) / WordBits;
        if (words == 0)
        {
            return;
        }

        int inputs = streams.Length / words;
        ArgumentOutOfRangeException.ThrowIfNotEqual(streams.Length, inputs * words, nameof(streams));
        if (!isNegative.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(isNegative.Length, inputs, nameof(isNegative));
        }

        fixed (uint* first = streams)
        {
            ParallelInputs all = new(first, words, inputs, isNegative);
            Accumulate(tier, ref register, all, 0, words, length);
        }
    }

    private static void Accumulate(
        VectorTier tier, ref ParallelCounterRegister register, ParallelInputs inputs, int start, int end, int length)
    {
        (long up, long down) = inputs.Count(tier, start, end);
        if (register.Sum + up <= register.Highest && register.Sum - down >= register.Lowest)
        {
            register.Sum += up - down;
        }
        else if (end - start == 1)
        {
            int bits = Math.Min(WordBits, length - (start * WordBits));
            for (int bit = 0; bit < bits; bit++)
            {
                register.Add(inputs.Column(start, bit));
            }
        }
        else
        {
            int middle = start + ((end - start) / 2);
            Accumulate(tier, ref register, inputs, start, middle, length);
            Accumulate(tier, ref register, inputs, middle, end, length);
        }
    }
}

/// <summary>
/// The register of an accumulative parallel counter.
/// </summary>
/// <param name="Lowest">Least sum that it holds.</param>
/// <param name="Highest">Largest sum that it holds.</param>
public record struct ParallelCounterRegister(long Lowest, long Highest)
{
    /// <summary>Gets or sets the sum: ones counted, negative streams downwards.</summary>
    public long Sum { get; set; }

    /// <summary>Gets or sets the number of cycles whose sum met the end of the register and was clipped.</summary>
    public long Saturations { get; set; }

    /// <summary>Adds what a cycle counts.</summary>
    internal void Add(long column)
    {
        long sum = Sum + column;
        Sum = sum > Highest ? Highest : sum < Lowest ? Lowest : sum;
        Saturations += Sum == sum ? 0 : 1;
    }
}
