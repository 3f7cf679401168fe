using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>An even word for even lanes, the next for odd ones.</summary>
internal readonly unsafe struct PairedWords : IWordOrder
{
    public static int Words => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Spread<TTier, TVector>(uint* input, nint vector, int lane)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged =>
        TTier.BroadcastPair(input + (2 * vector), lane);
}
