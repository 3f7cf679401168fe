using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Counts the ones of packed streams and of what a gate makes of two of them, without storing the product.
/// </summary>
/// <remarks>
/// Streams are packed as in <see cref="ScEdge.Stochastic.Streams.Bitstream"/>, the tail zero, so several streams may lie end
/// to end and be counted at once: that is a sum of products. Vectors look up the ones of every four bits in a table that is
/// itself a vector (W. Mula, N. Kurz, D. Lemire, "Faster Population Counts Using AVX2 Instructions", 2018): .NET 10 does
/// not offer the instruction that counts them.
/// </remarks>
public static unsafe class BitstreamKernel
{
    private const int WordsPerVector = 8;
    private const int MostVectorsPerByte = 31;

    private static readonly Vector128<byte> OnesOfNibble = Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    /// <summary>Counts the ones of the AND of two streams: the unipolar product.</summary>
    /// <param name="first">Words of one stream.</param>
    /// <param name="second">As many words of the other.</param>
    public static long CountAnd(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second) => Count<AndGate>(first, second);

    /// <summary>Counts the ones of the XOR of two streams: where they differ.</summary>
    /// <param name="first">Words of one stream.</param>
    /// <param name="second">As many words of the other.</param>
    public static long CountXor(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second) => Count<XorGate>(first, second);

    /// <summary>Counts the ones of the XNOR of two streams: the bipolar product.</summary>
    /// <param name="first">Words of one stream.</param>
    /// <param name="second">As many words of the other.</param>
    /// <param name="length">Bits in use; the tails of both are zero.</param>
    public static long CountXnor(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, long length) =>
        length - CountXor(first, second);

    private static long Count<TGate>(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
        where TGate : struct, IGate
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length, nameof(second));
        fixed (uint* a = first, b = second)
        {
            int whole = KernelTier.Current == VectorTier.Scalar ? 0 : first.Length / WordsPerVector * WordsPerVector;
            return CountVectors<TGate>(a, b, whole) + CountWords<TGate>(a + whole, b + whole, first.Length - whole);
        }
    }

    private static long CountWords<TGate>(uint* first, uint* second, int words)
        where TGate : struct, IGate
    {
        long ones = 0;
        for (int i = 0; i < words; i++)
        {
            ones += BitOperations.PopCount(TGate.Apply(first[i], second[i]));
        }

        return ones;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long CountVectors<TGate>(uint* first, uint* second, int words)
        where TGate : struct, IGate
    {
        Vector256<byte> nibble = Vector256.Create((byte)0x0F);
        Vector256<byte> onesOfNibble = Vector256.Create(OnesOfNibble, OnesOfNibble);
        Vector256<long> sum = Vector256<long>.Zero;
        for (int i = 0; i < words;)
        {
            // A byte holds the ones of 31 vectors, 8 of each.
            int end = Math.Min(words, i + (MostVectorsPerByte * WordsPerVector));
            Vector256<byte> bytes = Vector256<byte>.Zero;
            for (; i < end; i += WordsPerVector)
            {
                Vector256<byte> product = TGate.Apply(Vector256.Load(first + i), Vector256.Load(second + i)).AsByte();
                bytes += Avx2.Shuffle(onesOfNibble, product & nibble);
                bytes += Avx2.Shuffle(onesOfNibble, Vector256.ShiftRightLogical(product.AsUInt16(), 4).AsByte() & nibble);
            }

            sum += Avx2.SumAbsoluteDifferences(bytes, Vector256<byte>.Zero).AsInt64();
        }

        return Vector256.Sum(sum);
    }

    private interface IGate
    {
        static abstract uint Apply(uint first, uint second);

        static abstract Vector256<uint> Apply(Vector256<uint> first, Vector256<uint> second);
    }

    private readonly struct AndGate : IGate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Apply(uint first, uint second) => first & second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<uint> Apply(Vector256<uint> first, Vector256<uint> second) => first & second;
    }

    private readonly struct XorGate : IGate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Apply(uint first, uint second) => first ^ second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<uint> Apply(Vector256<uint> first, Vector256<uint> second) => first ^ second;
    }
}
