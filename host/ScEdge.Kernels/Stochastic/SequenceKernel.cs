using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Sequences of random numbers that all numbers of a tensor share: the twin of <see cref="RandomSequence.Fill"/>.
/// </summary>
public static unsafe class SequenceKernel
{
    private const int Digits = RandomSequence.Digits;
    private const int MostWords = PassSettings.LongestLength / 32;

    /// <summary>Draws a sequence.</summary>
    /// <param name="sequence">What it is.</param>
    /// <param name="serial">Serial number of the image, or of the batch.</param>
    /// <param name="numbers">Receives the N numbers.</param>
    /// <param name="counts">Receives what the cells did.</param>
    public static void Fill(RandomSequence sequence, uint serial, ushort[] numbers, OperationCounts counts) =>
        Fill(KernelTier.Current, sequence, serial, numbers, counts);

    internal static void Fill(VectorTier tier, RandomSequence sequence, uint serial, ushort[] numbers, OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentNullException.ThrowIfNull(numbers);
        if (sequence.Bank is null || tier == VectorTier.Scalar || sequence.Length < 32)
        {
            sequence.Fill(serial, numbers, counts);
            return;
        }

        // The digits are streams of p = 1/2, word after word of all digits.
        Span<uint> halves = stackalloc uint[Digits];
        halves.Fill(BernoulliWord.One / 2);
        Span<uint> words = stackalloc uint[Digits * MostWords];
        StreamPlan plan = new(
            sequence.Bank,
            sequence.KeyOf(serial),
            sequence.FirstLaneOf(serial),
            sequence.Length,
            BernoulliWord.CounterStride,
            Digits * BernoulliWord.CounterStride);
        StreamKernel.Draw(tier, in plan, 0, halves, words, counts);
        Transpose(words, sequence.Length / 32, numbers);
    }

    /// <summary>Makes numbers of their digits, 32 at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(ReadOnlySpan<uint> digits, int words, Span<ushort> numbers)
    {
        Vector512<ushort> lowerBits = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Vector512<ushort> upperBits = Vector512.Create(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        for (int word = 0; word < words; word++)
        {
            Vector512<ushort> sum = default;
            for (int digit = 0; digit < Digits; digit++)
            {
                uint bits = digits[(digit * words) + word];
                Vector512<ushort> spread = (Vector512.Create((ushort)bits) & lowerBits) | (Vector512.Create((ushort)(bits >> 16)) & upperBits);
                sum = (sum << 1) | (~Vector512.Equals(spread, default) & Vector512<ushort>.One);
            }

            sum.CopyTo(numbers[(word * 32)..]);
        }
    }
}
