using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>
/// The one way over the words of a stream: whole vectors of a tier, then of the narrower ones, the last words one by one.
/// </summary>
internal static unsafe class PackedTraversal
{
    /// <summary>Counts the ones; nothing is stored.</summary>
    /// <param name="tier">Widest vectors to use; the processor must have them.</param>
    /// <param name="source">Stream.</param>
    /// <param name="words">Its words, the tail zero.</param>
    public static long Count<TSource>(VectorTier tier, TSource source, int words)
        where TSource : struct, IStreamSource
    {
        int word = 0;
        long ones = 0;
        if (tier >= VectorTier.Bits256)
        {
            ones += Count<TSource, PackedTier256, Vector256<uint>>(source, ref word, words);
        }

        if (tier >= VectorTier.Bits128)
        {
            ones += Count<TSource, PackedTier128, Vector128<uint>>(source, ref word, words);
        }

        return ones + Count<TSource, PackedTierScalar, uint>(source, ref word, words);
    }

    /// <summary>Stores the stream, which may take the place of one that it is made of.</summary>
    /// <param name="tier">Widest vectors to use; the processor must have them.</param>
    /// <param name="source">Stream.</param>
    /// <param name="words">Its words.</param>
    /// <param name="results">Receives the words.</param>
    public static void Store<TSource>(VectorTier tier, TSource source, int words, uint* results)
        where TSource : struct, IStreamSource
    {
        int word = 0;
        if (tier >= VectorTier.Bits512)
        {
            Store<TSource, PackedTier512, Vector512<uint>>(source, ref word, words, results);
        }

        if (tier >= VectorTier.Bits256)
        {
            Store<TSource, PackedTier256, Vector256<uint>>(source, ref word, words, results);
        }

        if (tier >= VectorTier.Bits128)
        {
            Store<TSource, PackedTier128, Vector128<uint>>(source, ref word, words, results);
        }

        Store<TSource, PackedTierScalar, uint>(source, ref word, words, results);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long Count<TSource, TTier, TVector>(TSource source, ref int word, int words)
        where TSource : struct, IStreamSource
        where TTier : struct, IPackedCounter<TVector>
        where TVector : unmanaged
    {
        int step = sizeof(TVector) / sizeof(uint);
        int i = word;
        int vectors = (words - i) / step;
        long ones = 0;
        while (vectors > 0)
        {
            int end = i + (Math.Min(vectors, IPackedCounter<TVector>.MostVectors) * step);
            vectors -= IPackedCounter<TVector>.MostVectors;
            TVector counts = default;
            for (; i < end; i += step)
            {
                counts = TTier.AddOnes(counts, source.At<TTier, TVector>(i));
            }

            ones += TTier.Sum(counts);
        }

        word = i;
        return ones;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Store<TSource, TTier, TVector>(TSource source, ref int word, int words, uint* results)
        where TSource : struct, IStreamSource
        where TTier : struct, IPackedTier<TVector>
        where TVector : unmanaged
    {
        int step = sizeof(TVector) / sizeof(uint);
        int i = word;
        for (; i + step <= words; i += step)
        {
            TTier.Store(source.At<TTier, TVector>(i), results + i);
        }

        word = i;
    }
}
