using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The operations of the passes' kernels on lanes of 32 bits, in the vectors of one <see cref="VectorTier"/>.
/// </summary>
/// <typeparam name="TVector">Vector of the tier.</typeparam>
internal unsafe interface ILaneTier<TVector>
    where TVector : unmanaged
{
    static abstract TVector Load(uint* source);

    static abstract void Store(TVector vector, uint* destination);

    static abstract TVector Broadcast(uint value);

    /// <summary>Two words in turn, the first in even lanes.</summary>
    /// <param name="pair">The words.</param>
    /// <param name="lane">First lane of the vector.</param>
    static abstract TVector BroadcastPair(uint* pair, int lane);

    static abstract TVector And(TVector first, TVector second);

    static abstract TVector Or(TVector first, TVector second);

    static abstract TVector Xor(TVector first, TVector second);

    static abstract TVector Add(TVector first, TVector second);

    static abstract TVector Subtract(TVector first, TVector second);

    static abstract TVector ShiftRight(TVector vector, int count);

    static abstract TVector ShiftLeft(TVector vector, int count);

    /// <summary>The sum of a full adder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TVector Parity<TTier>(TVector first, TVector second, TVector third)
        where TTier : struct, ILaneTier<TVector> =>
        TTier.Xor(TTier.Xor(first, second), third);

    /// <summary>A gate whose output is turned over where a third vector has ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TVector AndXor<TTier>(TVector first, TVector second, TVector third)
        where TTier : struct, ILaneTier<TVector> =>
        TTier.Xor(TTier.And(first, second), third);

    /// <summary>The carry of a full adder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TVector Majority<TTier>(TVector first, TVector second, TVector third)
        where TTier : struct, ILaneTier<TVector> =>
        TTier.Or(TTier.And(first, second), TTier.And(TTier.Xor(first, second), third));

    /// <summary>The ones of each byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TVector CountBytes<TTier>(TVector vector)
        where TTier : struct, ILaneTier<TVector>
    {
        TVector pairs = TTier.Subtract(vector, TTier.And(TTier.ShiftRight(vector, 1), TTier.Broadcast(0x55555555)));
        TVector quarters = TTier.Broadcast(0x33333333);
        TVector fours = TTier.Add(TTier.And(pairs, quarters), TTier.And(TTier.ShiftRight(pairs, 2), quarters));
        return TTier.And(TTier.Add(fours, TTier.ShiftRight(fours, 4)), TTier.Broadcast(0x0F0F0F0F));
    }

    /// <summary>The four bytes of each lane added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TVector AddBytes<TTier>(TVector vector)
        where TTier : struct, ILaneTier<TVector>
    {
        TVector mask = TTier.Broadcast(0x00FF00FF);
        TVector halves = TTier.Add(TTier.And(vector, mask), TTier.And(TTier.ShiftRight(vector, 8), mask));
        return TTier.And(TTier.Add(halves, TTier.ShiftRight(halves, 16)), TTier.Broadcast(0xFFFF));
    }
}
