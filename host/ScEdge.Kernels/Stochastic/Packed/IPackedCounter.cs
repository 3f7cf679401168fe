namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>
/// A tier that also counts ones.
/// </summary>
/// <remarks>
/// There is none of 512 bits: its look-ups handle no more bits per cycle (AMD Zen 4), and its loads straddle cache lines.
/// </remarks>
/// <typeparam name="TVector">Words that an instruction handles at once.</typeparam>
internal interface IPackedCounter<TVector> : IPackedTier<TVector>
    where TVector : unmanaged
{
    /// <summary>Vectors whose ones can be added up before they are summed: a byte holds 31 times 8.</summary>
    public const int MostVectors = 31;

    /// <summary>Adds the ones of a vector to counts, zero at first, which are spread over the vector as suits the tier.</summary>
    static abstract TVector AddOnes(TVector counts, TVector vector);

    /// <summary>Returns the sum of the counts.</summary>
    static abstract long Sum(TVector counts);
}
