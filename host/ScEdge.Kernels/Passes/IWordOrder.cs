using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// How the words of a stream meet the lanes: one word in all of them, or two in turn where a layer has few outputs.
/// </summary>
internal unsafe interface IWordOrder
{
    /// <summary>Words of a stream that stand side by side.</summary>
    static abstract int Words { get; }

    /// <summary>Spreads the words that one vector of weights meets.</summary>
    /// <param name="input">Words of the input's stream.</param>
    /// <param name="vector">Number of the vector.</param>
    /// <param name="lane">Its first lane.</param>
    static abstract TVector Spread<TTier, TVector>(uint* input, nint vector, int lane)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged;
}
