namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>
/// The words of a stream as a gate makes them of others: the operator that <see cref="PackedTraversal"/> leads over the words.
/// </summary>
internal interface IStreamSource
{
    /// <summary>Returns words of the stream.</summary>
    /// <param name="word">Index of the first of them.</param>
    TVector At<TTier, TVector>(int word)
        where TTier : struct, IPackedTier<TVector>
        where TVector : unmanaged;
}
