using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Comparators that share one source of numbers: the vector twin of <see cref="ScEdge.Stochastic.Sources.SharedSourceGenerator"/>.
/// </summary>
/// <remarks>Bit t of a stream is one exactly when R(t) is below its threshold; thresholds and numbers are 16 bits at most.</remarks>
public static unsafe class ComparatorKernel
{
    private const int WordBits = 32;

    /// <summary>Generates a stream for each threshold.</summary>
    /// <param name="thresholds">P of each stream, 0..65535: on the scale of the numbers, one itself excepted.</param>
    /// <param name="numbers">R(t) for every cycle; their count is the stream length.</param>
    /// <param name="streams">Receives the words of the streams one after another, tails zero.</param>
    public static void Generate(ReadOnlySpan<ushort> thresholds, ReadOnlySpan<ushort> numbers, Span<uint> streams) =>
        Generate(KernelTier.Current, thresholds, numbers, streams);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static void Generate(
        VectorTier tier, ReadOnlySpan<ushort> thresholds, ReadOnlySpan<ushort> numbers, Span<uint> streams)
    {
        int words = (numbers.Length + WordBits - 1) / WordBits;
        ArgumentOutOfRangeException.ThrowIfLessThan(streams.Length, thresholds.Length * words, nameof(streams));
        fixed (ushort* p = thresholds, r = numbers)
        fixed (uint* results = streams)
        {
            // Whole words on vectors, the rest of the last word bit by bit.
            int whole = tier == VectorTier.Scalar ? 0 : numbers.Length / WordBits;
            switch (tier)
            {
                case VectorTier.Bits512:
                    Compare512(p, thresholds.Length, r, whole, results, words);
                    break;
                case VectorTier.Bits256:
                    Compare256(p, thresholds.Length, r, whole, results, words);
                    break;
                case VectorTier.Bits128:
                    Compare128(p, thresholds.Length, r, whole, results, words);
                    break;
            }

            for (int word = whole; word < words; word++)
            {
                int bits = Math.Min(WordBits, numbers.Length - (word * WordBits));
                CompareBits(p, thresholds.Length, r + (word * WordBits), bits, results + word, words);
            }
        }
    }

    private static void CompareBits(ushort* thresholds, int count, ushort* numbers, int bits, uint* results, int stride)
    {
        for (int i = 0; i < count; i++)
        {
            uint word = 0;
            for (int j = 0; j < bits; j++)
            {
                word |= (numbers[j] < thresholds[i] ? 1u : 0u) << j;
            }

            results[(nint)i * stride] = word;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Compare512(ushort* thresholds, int count, ushort* numbers, int whole, uint* results, int stride)
    {
        for (int i = 0; i < count; i++)
        {
            Vector512<ushort> threshold = Vector512.Create(thresholds[i]);
            uint* stream = results + ((nint)i * stride);
            for (nint word = 0; word < whole; word++)
            {
                Vector512<ushort> random = Vector512.Load(numbers + (word * WordBits));
                stream[word] = (uint)Vector512.LessThan(random, threshold).ExtractMostSignificantBits();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Compare256(ushort* thresholds, int count, ushort* numbers, int whole, uint* results, int stride)
    {
        for (int i = 0; i < count; i++)
        {
            Vector256<ushort> threshold = Vector256.Create(thresholds[i]);
            uint* stream = results + ((nint)i * stride);
            for (nint word = 0; word < whole; word++)
            {
                ushort* random = numbers + (word * WordBits);
                Vector256<short> lower = Vector256.LessThan(Vector256.Load(random), threshold).AsInt16();
                Vector256<short> upper = Vector256.LessThan(Vector256.Load(random + Vector256<ushort>.Count), threshold).AsInt16();

                // Packing goes half by half; the middle quarters change places to undo that.
                Vector256<sbyte> packed = Avx2.PackSignedSaturate(lower, upper);
                stream[word] = Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte().ExtractMostSignificantBits();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Compare128(ushort* thresholds, int count, ushort* numbers, int whole, uint* results, int stride)
    {
        for (int i = 0; i < count; i++)
        {
            Vector128<ushort> threshold = Vector128.Create(thresholds[i]);
            uint* stream = results + ((nint)i * stride);
            for (nint word = 0; word < whole; word++)
            {
                ushort* random = numbers + (word * WordBits);
                stream[word] = Compare128(random, threshold) | (Compare128(random + (WordBits / 2), threshold) << (WordBits / 2));
            }
        }
    }

    /// <summary>Compares 16 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Compare128(ushort* numbers, Vector128<ushort> threshold)
    {
        Vector128<short> lower = Vector128.LessThan(Vector128.Load(numbers), threshold).AsInt16();
        Vector128<short> upper = Vector128.LessThan(Vector128.Load(numbers + Vector128<ushort>.Count), threshold).AsInt16();
        return Vector128.NarrowWithSaturation(lower, upper).ExtractMostSignificantBits();
    }
}
