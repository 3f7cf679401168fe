using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>One word for all lanes.</summary>
internal readonly unsafe struct SingleWords : IWordOrder
{
    public static int Words => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Spread<TTier, TVector>(uint* input, nint vector, int lane)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged =>
        TTier.Broadcast(input[vector]);
}
