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

    // All words are written before they are read.
    [SkipLocalsInit]
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
        // Two lanes take a bit each of the two halves of a word, and so a digit of two numbers that are 16 apart.
        Vector512<ushort> bits = Vector512.Create(1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32, 64, 64, 128, 128,
            256, 256, 512, 512, 1024, 1024, 2048, 2048, 4096, 4096, 8192, 8192, 16384, 16384, 32768, 32768);
        Vector512<ushort> order = Vector512.Create((ushort)0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30,
            1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
        for (int word = 0; word < words; word++)
        {
            Vector512<ushort> sum = default;
            for (int digit = 0; digit < Digits; digit++)
            {
                Vector512<ushort> isOne = Vector512.Min(Vector512.Create(digits[(digit * words) + word]).AsUInt16() & bits, Vector512<ushort>.One);
                sum = sum + sum + isOne;
            }

            Vector512.Shuffle(sum, order).CopyTo(numbers[(word * 32)..]);
        }
    }
}
