using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Passes;

/// <summary>The ones of each number of four digits, for a shuffle within each 128 bits to look up.</summary>
internal static class NibbleCounts
{
    /// <summary>Gets the ones of 0 to 15, twice.</summary>
    public static Vector256<byte> Of256
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(0x0302020102010100ul, 0x0403030203020201ul, 0x0302020102010100ul, 0x0403030203020201ul).AsByte();
    }

    /// <summary>Gets the same four times.</summary>
    public static Vector512<byte> Of512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x0302020102010100ul, 0x0403030203020201ul, 0x0302020102010100ul, 0x0403030203020201ul,
            0x0302020102010100ul, 0x0403030203020201ul, 0x0302020102010100ul, 0x0403030203020201ul).AsByte();
    }
}
