using System.Numerics;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Sums of AND products for <see cref="Lanes"/> lanes at once: one input's stream meets a weight's stream in every lane.
/// </summary>
/// <remarks>
/// A negative product counts the zeros of the gate in place of its ones: the sum over all words, less 32 for each of its words, is the sum
/// with signs, and one tree of adders takes both kinds. The tree takes eight words of a lane at a time, from one long stream or several short ones.
/// </remarks>
internal static unsafe class ProductSumKernel
{
    /// <summary>Lanes that stand side by side in memory.</summary>
    public const int Lanes = 16;

    /// <summary>Entries that must follow a list, since a block of the tree takes up to eight.</summary>
    public const int MostPadding = BlockLength - 1;

    private const int BlockLength = 8;

    /// <summary>Adds sign x popcount(input AND weight) over the list of each window to the sums of its lanes.</summary>
    /// <param name="lists">Inputs of the windows.</param>
    /// <param name="weights">Words of the weights: [tap][vector][lane].</param>
    /// <param name="negative">All ones where a weight is negative: [tap][lane].</param>
    /// <param name="vectors">Vectors of a stream, 1 or a power of two.</param>
    /// <param name="sums">The sums, [window][lane].</param>
    public static void Add<TTier, TVector, TOrder>(in WindowLists lists, uint* weights, uint* negative, int vectors, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
    {
        for (int lane = 0; lane < Lanes; lane += sizeof(TVector) / sizeof(uint))
        {
            switch (vectors)
            {
                case 1:
                    Add<TTier, TVector, TOrder, IBlockSize.Of1>(in lists, weights + lane, negative + lane, vectors, lane, sums + lane);
                    break;
                case 2:
                    Add<TTier, TVector, TOrder, IBlockSize.Of2>(in lists, weights + lane, negative + lane, vectors, lane, sums + lane);
                    break;
                case 4:
                    Add<TTier, TVector, TOrder, IBlockSize.Of4>(in lists, weights + lane, negative + lane, vectors, lane, sums + lane);
                    break;
                default:
                    Add<TTier, TVector, TOrder, IBlockSize.Of8>(in lists, weights + lane, negative + lane, vectors, lane, sums + lane);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add<TTier, TVector, TOrder, TBlock>(
        in WindowLists lists, uint* weights, uint* negative, int vectors, int lane, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
        where TBlock : struct, IBlockSize
    {
        // 32 bits of a power of two of vectors.
        int digits = BitOperations.Log2((uint)vectors) + 5;
        PlacedNumber* numbers = lists.Numbers;
        for (int window = 0; window < lists.Count; window++, numbers += lists.Advance, sums += Lanes)
        {
            int* places = lists.Places + lists.Starts[window];
            int* taps = lists.Taps + lists.Starts[window];
            int* end = taps + lists.Lengths[window];
            CarrySave<TTier, TVector> counter = default;
            TVector sum = default;
            TVector negatives = default;
            int blocks = CarrySave<TTier, TVector>.MostBlocks;
            for (; taps < end; taps += BlockLength / TBlock.Vectors, places += BlockLength / TBlock.Vectors)
            {
                // The signs of the block's eight products: as many as there are numbers.
                TVector sign0 = Sign<TTier, TVector, TBlock>(0, numbers, places, taps, negative);
                TVector sign4 = TBlock.Vectors <= 4 ? Sign<TTier, TVector, TBlock>(4, numbers, places, taps, negative) : sign0;
                TVector sign2 = TBlock.Vectors <= 2 ? Sign<TTier, TVector, TBlock>(2, numbers, places, taps, negative) : sign0;
                TVector sign6 = TBlock.Vectors <= 2 ? Sign<TTier, TVector, TBlock>(6, numbers, places, taps, negative) : sign4;
                TVector sign1 = TBlock.Vectors == 1 ? Sign<TTier, TVector, TBlock>(1, numbers, places, taps, negative) : sign0;
                TVector sign3 = TBlock.Vectors == 1 ? Sign<TTier, TVector, TBlock>(3, numbers, places, taps, negative) : sign2;
                TVector sign5 = TBlock.Vectors == 1 ? Sign<TTier, TVector, TBlock>(5, numbers, places, taps, negative) : sign4;
                TVector sign7 = TBlock.Vectors == 1 ? Sign<TTier, TVector, TBlock>(7, numbers, places, taps, negative) : sign6;
                negatives = TTier.Add(negatives, sign0);
                negatives = TBlock.Vectors <= 4 ? TTier.Add(negatives, sign4) : negatives;
                negatives = TBlock.Vectors <= 2 ? TTier.Add(negatives, TTier.Add(sign2, sign6)) : negatives;
                negatives = TBlock.Vectors == 1
                    ? TTier.Add(negatives, TTier.Add(TTier.Add(sign1, sign3), TTier.Add(sign5, sign7)))
                    : negatives;
                nint block = 0;
                do
                {
                    counter.Add(
                        Product<TTier, TVector, TOrder, TBlock>(0, numbers, places, taps, weights, vectors, block, lane, sign0),
                        Product<TTier, TVector, TOrder, TBlock>(1, numbers, places, taps, weights, vectors, block, lane, sign1),
                        Product<TTier, TVector, TOrder, TBlock>(2, numbers, places, taps, weights, vectors, block, lane, sign2),
                        Product<TTier, TVector, TOrder, TBlock>(3, numbers, places, taps, weights, vectors, block, lane, sign3),
                        Product<TTier, TVector, TOrder, TBlock>(4, numbers, places, taps, weights, vectors, block, lane, sign4),
                        Product<TTier, TVector, TOrder, TBlock>(5, numbers, places, taps, weights, vectors, block, lane, sign5),
                        Product<TTier, TVector, TOrder, TBlock>(6, numbers, places, taps, weights, vectors, block, lane, sign6),
                        Product<TTier, TVector, TOrder, TBlock>(7, numbers, places, taps, weights, vectors, block, lane, sign7));
                    if (--blocks == 0)
                    {
                        sum = TTier.Add(sum, counter.TakeEights());
                        blocks = CarrySave<TTier, TVector>.MostBlocks;
                    }

                    block += BlockLength;
                }
                while (TBlock.Vectors == BlockLength && block < vectors);
            }

            sum = TTier.Add(TTier.Add(sum, counter.TakeEights()), counter.Rest());
            sum = TTier.Add(sum, TTier.ShiftLeft(negatives, digits));
            TTier.Store(TTier.Add(TTier.Load((uint*)sums), sum), (uint*)sums);
        }
    }

    /// <summary>All ones where a product of a block has a minus: -1, so that adding these up counts them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sign<TTier, TVector, TBlock>(int product, PlacedNumber* numbers, int* places, int* taps, uint* negative)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TBlock : struct, IBlockSize
    {
        int i = product / TBlock.Vectors;
        return TTier.Xor(TTier.Load(negative + ((nint)taps[i] * Lanes)), TTier.Broadcast(numbers[places[i]].Sign));
    }

    /// <summary>A product of a block: the ones of the gate, or its zeros where there is a minus.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Product<TTier, TVector, TOrder, TBlock>(
        int product, PlacedNumber* numbers, int* places, int* taps, uint* weights, int vectors, nint block, int lane, TVector sign)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
        where TBlock : struct, IBlockSize
    {
        int i = product / TBlock.Vectors;
        nint vector = product % TBlock.Vectors;
        bool isLong = TBlock.Vectors == BlockLength;
        uint* input = numbers[places[i]].Words + (isLong ? block * TOrder.Words : 0);
        uint* weight = weights + (isLong ? ((taps[i] * (nint)vectors) + block) * Lanes : (nint)taps[i] * (TBlock.Vectors * Lanes));
        return TTier.AndXor<TTier>(TOrder.Spread<TTier, TVector>(input, vector, lane), TTier.Load(weight + (vector * Lanes)), sign);
    }
}
