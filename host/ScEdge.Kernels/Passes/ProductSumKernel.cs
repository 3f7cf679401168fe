using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Sums of AND products for <see cref="Lanes"/> outputs at once: one input's stream meets a weight's stream in every lane.
/// </summary>
/// <remarks>
/// A negative product counts the zeros of the gate in place of its ones: the sum over all words, less 32 W for each of them, is the sum
/// with signs, and one tree of adders takes both kinds.
/// </remarks>
internal static unsafe class ProductSumKernel
{
    /// <summary>Outputs that stand side by side in memory.</summary>
    public const int Lanes = 16;

    /// <summary>Adds up sign x popcount(input AND weight) over a list, for each lane.</summary>
    /// <param name="list">Inputs other than zero.</param>
    /// <param name="words">Words of the inputs' streams.</param>
    /// <param name="weights">Words of the weights: [tap][word][lane].</param>
    /// <param name="negative">All ones where a weight is negative: [tap][lane].</param>
    /// <param name="wordsPerNumber">W, 1 or a power of two.</param>
    /// <param name="sums">Receives the sum of each lane.</param>
    public static void Sum<TTier, TVector>(in TapList list, uint* words, uint* weights, uint* negative, int wordsPerNumber, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        for (int lane = 0; lane < Lanes; lane += sizeof(TVector) / sizeof(uint))
        {
            if (wordsPerNumber >= 8)
            {
                SumWide<TTier, TVector>(in list, words, weights + lane, negative + lane, wordsPerNumber, sums + lane);
            }
            else
            {
                SumNarrow<TTier, TVector>(in list, words, weights + lane, negative + lane, wordsPerNumber, sums + lane);
            }
        }
    }

    /// <summary>Streams of whole blocks of eight words.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void SumWide<TTier, TVector>(in TapList list, uint* words, uint* weights, uint* negative, int wordsPerNumber, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
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
            uint* weight = weights + (tap * wordsPerNumber * Lanes);
            for (int word = 0; word < wordsPerNumber; word += 8)
            {
                counter.Add(
                    Product<TTier, TVector>(input, weight, sign, 0),
                    Product<TTier, TVector>(input, weight, sign, 1),
                    Product<TTier, TVector>(input, weight, sign, 2),
                    Product<TTier, TVector>(input, weight, sign, 3),
                    Product<TTier, TVector>(input, weight, sign, 4),
                    Product<TTier, TVector>(input, weight, sign, 5),
                    Product<TTier, TVector>(input, weight, sign, 6),
                    Product<TTier, TVector>(input, weight, sign, 7));
                input += 8;
                weight += 8 * Lanes;
                if (--blocks == 0)
                {
                    sum = TTier.Add(sum, counter.TakeEights());
                    blocks = CarrySave<TTier, TVector>.MostBlocks;
                }
            }
        }

        Finish<TTier, TVector>(ref counter, sum, negatives, wordsPerNumber, sums);
    }

    /// <summary>Streams of one, two or four words: a block of eight takes several inputs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void SumNarrow<TTier, TVector>(
        in TapList list, uint* words, uint* weights, uint* negative, int wordsPerNumber, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
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
            uint* weight = weights + (tap * wordsPerNumber * Lanes);
            for (int word = 0; word < wordsPerNumber; word++)
            {
                block[filled] = Product<TTier, TVector>(input, weight, sign, word);
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

        Finish<TTier, TVector>(ref counter, sum, negatives, wordsPerNumber, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Product<TTier, TVector>(uint* input, uint* weight, TVector sign, int word)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged =>
        TTier.Xor(TTier.And(TTier.Broadcast(input[word]), TTier.Load(weight + (word * Lanes))), sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TTier, TVector>(
        ref CarrySave<TTier, TVector> counter, TVector sum, TVector negatives, int wordsPerNumber, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        sum = TTier.Add(TTier.Add(sum, counter.TakeEights()), counter.Rest());

        // 32 W is a power of two.
        int digits = System.Numerics.BitOperations.Log2((uint)wordsPerNumber) + 5;
        TTier.Store(TTier.Subtract(sum, TTier.ShiftLeft(negatives, digits)), (uint*)sums);
    }
}
