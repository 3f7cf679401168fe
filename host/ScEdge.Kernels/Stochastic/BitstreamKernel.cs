using System;
using ScEdge.Kernels.Stochastic.Packed;

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
    /// <summary>Counts the ones of a stream.</summary>
    /// <param name="stream">Its words.</param>
    public static long CountOnes(ReadOnlySpan<uint> stream) => CountOnes(KernelTier.Current, stream);

    /// <summary>Counts the ones of the AND of two streams: the unipolar product.</summary>
    /// <param name="first">Words of one stream.</param>
    /// <param name="second">As many words of the other.</param>
    public static long CountAnd(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second) => CountAnd(KernelTier.Current, first, second);

    /// <summary>Counts the ones of the XOR of two streams: where they differ.</summary>
    /// <param name="first">Words of one stream.</param>
    /// <param name="second">As many words of the other.</param>
    public static long CountXor(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second) => CountXor(KernelTier.Current, first, second);

    /// <summary>Counts the ones of the XNOR of two streams: the bipolar product.</summary>
    /// <param name="first">Words of one stream.</param>
    /// <param name="second">As many words of the other.</param>
    /// <param name="length">Bits in use; the tails of both are zero.</param>
    public static long CountXnor(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, long length) =>
        length - CountXor(first, second);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static long CountOnes(VectorTier tier, ReadOnlySpan<uint> stream)
    {
        fixed (uint* words = stream)
        {
            return PackedTraversal.Count(tier, new PackedStream(words), stream.Length);
        }
    }

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static long CountAnd(VectorTier tier, ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length, nameof(second));
        fixed (uint* a = first, b = second)
        {
            return PackedTraversal.Count(tier, new AndGate(a, b), first.Length);
        }
    }

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static long CountXor(VectorTier tier, ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length, nameof(second));
        fixed (uint* a = first, b = second)
        {
            return PackedTraversal.Count(tier, new XorGate(a, b), first.Length);
        }
    }
}
