using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>Two streams and the stream that chooses between them.</summary>
internal readonly unsafe struct Multiplexer(uint* whereZero, uint* whereOne, uint* select) : IStreamSource
{
    private readonly uint* _whereZero = whereZero;
    private readonly uint* _whereOne = whereOne;
    private readonly uint* _select = select;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TTier, TVector>(int word)
        where TTier : struct, IPackedTier<TVector>
        where TVector : unmanaged =>
        TTier.Select(TTier.Load(_select + word), TTier.Load(_whereOne + word), TTier.Load(_whereZero + word));
}
