using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>AND of two streams.</summary>
internal readonly unsafe struct AndGate(uint* first, uint* second) : IStreamSource
{
    private readonly uint* _first = first;
    private readonly uint* _second = second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TTier, TVector>(int word)
        where TTier : struct, IPackedTier<TVector>
        where TVector : unmanaged => TTier.And(TTier.Load(_first + word), TTier.Load(_second + word));
}
