using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Look-ups of 64 bytes at once in a row of up to 256 that stays in vector registers (AVX-512 VBMI).
/// </summary>
internal static unsafe class TableRow
{
    /// <summary>Loads a quarter of a row, as far as it has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Quarter<TSize>(byte* row, int quarter)
        where TSize : struct, ITableSize =>
        TSize.Length > quarter * Vector512<byte>.Count ? Vector512.Load(row + (quarter * Vector512<byte>.Count)) : default;

    /// <summary>Looks up bytes.</summary>
    /// <param name="first">Bytes 0 to 63 of the row.</param>
    /// <param name="second">Bytes 64 to 127.</param>
    /// <param name="third">Bytes 128 to 191.</param>
    /// <param name="fourth">Bytes 192 to 255.</param>
    /// <param name="indices">Indices within the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LookUp<TSize>(
        Vector512<byte> first, Vector512<byte> second, Vector512<byte> third, Vector512<byte> fourth, Vector512<byte> indices)
        where TSize : struct, ITableSize
    {
        if (TSize.Length <= 64)
        {
            return Avx512Vbmi.PermuteVar64x8(first, indices);
        }

        Vector512<byte> lower = Avx512Vbmi.PermuteVar64x8x2(first, indices, second);
        if (TSize.Length <= 128)
        {
            return lower;
        }

        Vector512<byte> upper = Avx512Vbmi.PermuteVar64x8x2(third, indices, fourth);
        return Vector512.ConditionalSelect(Vector512.LessThan(indices.AsSByte(), default).AsByte(), upper, lower);
    }
}
