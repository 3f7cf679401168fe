using System.Numerics;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Sums of AND products for <see cref="Lanes"/> lanes at once: one input's stream meets a weight's stream in every lane.
/// </summary>
/// <remarks>
/// A negative product counts the zeros of the gate in place of its ones: the sum over all words, less 32 for each of its words, is the sum
/// with signs, and one tree of adders takes both kinds.
/// </remarks>
internal static unsafe class ProductSumKernel
{
    /// <summary>Lanes that stand side by side in memory.</summary>
    public const int Lanes = 16;

    /// <summary>Adds up sign x popcount(input AND weight) over a list, for each lane.</summary>
    /// <param name="list">Inputs other than zero.</param>
    /// <param name="words">Words of the inputs' streams.</param>
    /// <param name="weights">Words of the weights: [tap][vector][lane].</param>
    /// <param name="negative">All ones where a weight is negative: [tap][lane].</param>
    /// <param name="vectors">Vectors of a stream, 1 or a power of two.</param>
    /// <param name="sums">Receives the sum of each lane.</param>
    public static void Sum<TTier, TVector, TOrder>(in TapList list, uint* words, uint* weights, uint* negative, int vectors, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
    {
        for (int lane = 0; lane < Lanes; lane += sizeof(TVector) / sizeof(uint))
        {
            if (vectors >= 8)
            {
                SumWide<TTier, TVector, TOrder>(in list, words, weights + lane, negative + lane, vectors, lane, sums + lane);
            }
            else if (vectors == 4)
            {
                SumHalf<TTier, TVector, TOrder>(in list, words, weights + lane, negative + lane, lane, sums + lane);
            }
            else
            {
                SumNarrow<TTier, TVector, TOrder>(in list, words, weights + lane, negative + lane, vectors, lane, sums + lane);
            }
        }
    }

    /// <summary>Streams of whole blocks of eight vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void SumWide<TTier, TVector, TOrder>(
        in TapList list, uint* words, uint* weights, uint* negative, int vectors, int lane, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
    {
        CarrySave<TTier, TVector> counter = default;
        TVector sum = default;
        TVector negatives = default;
        int blocks = CarrySave<TTier, TVector>.MostBlocks;
        int count = list.Count;
        for (int i = 0; i < count; i++)
        {
            nint tap = list.Taps[i];
            TVector sign = TTier.Xor(TTier.Load(negative + (tap * Lanes)), TTier.Broadcast(list.Signs[i]));
            negatives = TTier.Subtract(negatives, sign);
            uint* input = words + list.Offsets[i];
            uint* weight = weights + (tap * vectors * Lanes);
            for (int vector = 0; vector < vectors; vector += 8)
            {
                counter.Add(
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector, lane),
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector + 1, lane),
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector + 2, lane),
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector + 3, lane),
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector + 4, lane),
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector + 5, lane),
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector + 6, lane),
                    Product<TTier, TVector, TOrder>(input, weight, sign, vector + 7, lane));
                if (--blocks == 0)
                {
                    sum = TTier.Add(sum, counter.TakeEights());
                    blocks = CarrySave<TTier, TVector>.MostBlocks;
                }
            }
        }

        Finish<TTier, TVector>(ref counter, sum, negatives, vectors, sums);
    }

    /// <summary>Streams of four vectors: a block of eight takes two inputs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void SumHalf<TTier, TVector, TOrder>(
        in TapList list, uint* words, uint* weights, uint* negative, int lane, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
    {
        CarrySave<TTier, TVector> counter = default;
        TVector sum = default;
        TVector negatives = default;
        int blocks = CarrySave<TTier, TVector>.MostBlocks;
        int count = list.Count;
        int i = 0;
        for (; i + 1 < count; i += 2)
        {
            nint tap = list.Taps[i];
            TVector sign = TTier.Xor(TTier.Load(negative + (tap * Lanes)), TTier.Broadcast(list.Signs[i]));
            uint* input = words + list.Offsets[i];
            uint* weight = weights + (tap * 4 * Lanes);
            nint nextTap = list.Taps[i + 1];
            TVector nextSign = TTier.Xor(TTier.Load(negative + (nextTap * Lanes)), TTier.Broadcast(list.Signs[i + 1]));
            uint* nextInput = words + list.Offsets[i + 1];
            uint* nextWeight = weights + (nextTap * 4 * Lanes);
            negatives = TTier.Subtract(TTier.Subtract(negatives, sign), nextSign);
            counter.Add(
                Product<TTier, TVector, TOrder>(input, weight, sign, 0, lane),
                Product<TTier, TVector, TOrder>(input, weight, sign, 1, lane),
                Product<TTier, TVector, TOrder>(input, weight, sign, 2, lane),
                Product<TTier, TVector, TOrder>(input, weight, sign, 3, lane),
                Product<TTier, TVector, TOrder>(nextInput, nextWeight, nextSign, 0, lane),
                Product<TTier, TVector, TOrder>(nextInput, nextWeight, nextSign, 1, lane),
                Product<TTier, TVector, TOrder>(nextInput, nextWeight, nextSign, 2, lane),
                Product<TTier, TVector, TOrder>(nextInput, nextWeight, nextSign, 3, lane));
            if (--blocks == 0)
            {
                sum = TTier.Add(sum, counter.TakeEights());
                blocks = CarrySave<TTier, TVector>.MostBlocks;
            }
        }

        if (i < count)
        {
            nint tap = list.Taps[i];
            TVector sign = TTier.Xor(TTier.Load(negative + (tap * Lanes)), TTier.Broadcast(list.Signs[i]));
            uint* input = words + list.Offsets[i];
            uint* weight = weights + (tap * 4 * Lanes);
            negatives = TTier.Subtract(negatives, sign);
            counter.Add(
                Product<TTier, TVector, TOrder>(input, weight, sign, 0, lane),
                Product<TTier, TVector, TOrder>(input, weight, sign, 1, lane),
                Product<TTier, TVector, TOrder>(input, weight, sign, 2, lane),
                Product<TTier, TVector, TOrder>(input, weight, sign, 3, lane),
                default,
                default,
                default,
                default);
        }

        Finish<TTier, TVector>(ref counter, sum, negatives, 4, sums);
    }

    /// <summary>Streams of one or two vectors: a block of eight takes several inputs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void SumNarrow<TTier, TVector, TOrder>(
        in TapList list, uint* words, uint* weights, uint* negative, int vectors, int lane, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
    {
        CarrySave<TTier, TVector> counter = default;
        TVector sum = default;
        TVector negatives = default;
        int blocks = CarrySave<TTier, TVector>.MostBlocks;
        TVector* block = stackalloc TVector[8];
        int filled = 0;
        int count = list.Count;
        for (int i = 0; i < count; i++)
        {
            nint tap = list.Taps[i];
            TVector sign = TTier.Xor(TTier.Load(negative + (tap * Lanes)), TTier.Broadcast(list.Signs[i]));
            negatives = TTier.Subtract(negatives, sign);
            uint* input = words + list.Offsets[i];
            uint* weight = weights + (tap * vectors * Lanes);
            for (int vector = 0; vector < vectors; vector++)
            {
                block[filled] = Product<TTier, TVector, TOrder>(input, weight, sign, vector, lane);
                filled++;
            }

            if (filled == 8 || i == count - 1)
            {
                for (; filled < 8; filled++)
                {
                    block[filled] = default;
                }

                counter.Add(block[0], block[1], block[2], block[3], block[4], block[5], block[6], block[7]);
                filled = 0;
                if (--blocks == 0)
                {
                    sum = TTier.Add(sum, counter.TakeEights());
                    blocks = CarrySave<TTier, TVector>.MostBlocks;
                }
            }
        }

        Finish<TTier, TVector>(ref counter, sum, negatives, vectors, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Product<TTier, TVector, TOrder>(uint* input, uint* weight, TVector sign, int vector, int lane)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder =>
        TTier.Xor(TTier.And(TOrder.Spread<TTier, TVector>(input, vector, lane), TTier.Load(weight + (vector * Lanes))), sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TTier, TVector>(
        ref CarrySave<TTier, TVector> counter, TVector sum, TVector negatives, int vectors, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        sum = TTier.Add(TTier.Add(sum, counter.TakeEights()), counter.Rest());

        // 32 bits of a power of two of vectors.
        int digits = BitOperations.Log2((uint)vectors) + 5;
        TTier.Store(TTier.Subtract(sum, TTier.ShiftLeft(negatives, digits)), (uint*)sums);
    }
}
