using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>A stream as it is.</summary>
internal readonly unsafe struct PackedStream(uint* words) : IStreamSource
{
    private readonly uint* _words = words;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TTier, TVector>(int word)
        where TTier : struct, IPackedTier<TVector>
        where TVector : unmanaged => TTier.Load(_words + word);
}
