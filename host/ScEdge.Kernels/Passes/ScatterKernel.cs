using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Products of one number with many, lane by lane, added to a sum for each lane.
/// </summary>
internal static unsafe class ScatterKernel
{
    /// <summary>Adds sign x popcount(number AND other) to the sums of <see cref="ProductSumKernel.Lanes"/> others.</summary>
    /// <param name="number">Words of the number.</param>
    /// <param name="sign">Its sign: zero for plus, all ones for minus.</param>
    /// <param name="others">Words of the others: [word][lane].</param>
    /// <param name="negative">All ones where one of them is negative.</param>
    /// <param name="planeStride">From a word of the others to the next.</param>
    /// <param name="wordsPerNumber">W.</param>
    /// <param name="digit">What a one counts: 2^digit.</param>
    /// <param name="sums">The sums.</param>
    /// <returns>The ones of all lanes together, in each lane a part.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TTier, TVector>(
        uint* number, uint sign, uint* others, uint* negative, nint planeStride, int wordsPerNumber, int digit, int* sums)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        TVector ones = TTier.AddBytes<TTier>(
            TTier.CountBytes<TTier>(TTier.And(TTier.Broadcast(number[0]), TTier.Load(others))));
        for (int word = 1; word < wordsPerNumber; word++)
        {
            ones = TTier.Add(ones, TTier.AddBytes<TTier>(
                TTier.CountBytes<TTier>(TTier.And(TTier.Broadcast(number[word]), TTier.Load(others + (word * planeStride))))));
        }

        TVector minus = TTier.Xor(TTier.Load(negative), TTier.Broadcast(sign));
        TVector signed = TTier.Subtract(TTier.Xor(ones, minus), minus);
        TTier.Store(TTier.Add(TTier.Load((uint*)sums), TTier.ShiftLeft(signed, digit)), (uint*)sums);
        return ones;
    }
}
