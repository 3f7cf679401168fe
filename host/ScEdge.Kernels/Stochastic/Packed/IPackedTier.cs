namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>
/// What packed streams need of the instructions of one <see cref="VectorTier"/>.
/// </summary>
/// <typeparam name="TVector">Words that an instruction handles at once.</typeparam>
internal unsafe interface IPackedTier<TVector>
    where TVector : unmanaged
{
    /// <summary>Loads words from any address.</summary>
    static abstract TVector Load(uint* words);

    /// <summary>Stores words to any address.</summary>
    static abstract void Store(TVector vector, uint* words);

    /// <summary>AND, bit by bit.</summary>
    static abstract TVector And(TVector first, TVector second);

    /// <summary>XOR, bit by bit.</summary>
    static abstract TVector Xor(TVector first, TVector second);

    /// <summary>A multiplexer for every bit.</summary>
    static abstract TVector Select(TVector select, TVector whereOne, TVector whereZero);
}
