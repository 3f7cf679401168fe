using System.Runtime.CompilerServices;

namespace ScEdge.Kernels;

/// <summary>
/// The unit in which memory reaches a core: a vector of 64 bytes that straddles two costs two loads, and more where it was just stored.
/// </summary>
internal static unsafe class CacheLine
{
    /// <summary>Bytes of a line: of x64 and of most ARM64 processors, and of the widest vector.</summary>
    public const int Bytes = 64;

    /// <summary>Returns the first address at or after one that begins a line; it is less than <see cref="Bytes"/> away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* AtOrAfter(void* address) => (byte*)(((nint)address + Bytes - 1) & -Bytes);
}
