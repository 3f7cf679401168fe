using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Look-ups in a row of up to 256 bytes: 64 at once where it stays in vector registers (AVX-512 VBMI), else one by one.
/// </summary>
internal static unsafe class TableRow
{
    /// <summary>Loads a quarter of a row, as far as it has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Quarter<TSize>(byte* row, int quarter)
        where TSize : struct, ITableSize =>
        TSize.Length > quarter * Vector512<byte>.Count ? Vector512.Load(row + (quarter * Vector512<byte>.Count)) : default;

    /// <summary>Looks 32 bytes up one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LookUp(byte* row, byte* indices)
    {
        ulong first = 0;
        ulong second = 0;
        ulong third = 0;
        ulong fourth = 0;
        for (int i = 0; i < 64; i += 8)
        {
            first |= (ulong)row[indices[i / 8]] << i;
            second |= (ulong)row[indices[8 + (i / 8)]] << i;
            third |= (ulong)row[indices[16 + (i / 8)]] << i;
            fourth |= (ulong)row[indices[24 + (i / 8)]] << i;
        }

        return Vector256.Create(first, second, third, fourth).AsByte();
    }

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
