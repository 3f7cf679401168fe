using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Adds products of one number with many to sums of 16 bits that stand side by side, and counts their ones whatever the sign.
/// </summary>
internal unsafe struct ProductTally<TSize>
    where TSize : struct, ITableSize
{
    private Vector512<ulong> _counts;
    private long _total;

    /// <summary>The ones of all products.</summary>
    public readonly long Total => _total + (long)Vector512.Sum(_counts);

    /// <summary>Adds sign x count to the sum of each lane.</summary>
    /// <param name="row">The number's row.</param>
    /// <param name="others">Levels less one of the others; room for whole 64.</param>
    /// <param name="signs">Their signs, likewise.</param>
    /// <param name="lanes">How many they are.</param>
    /// <param name="sums">The sums, likewise.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte* row, byte* others, sbyte* signs, int lanes, short* sums)
    {
        if (TSize.Length == 0)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                int product = signs[lane] * row[others[lane]];
                sums[lane] = (short)(sums[lane] + product);
                _total += product < 0 ? -product : product;
            }

            return;
        }

        Vector512<byte> first = TableRow.Quarter<TSize>(row, 0);
        Vector512<byte> second = TableRow.Quarter<TSize>(row, 1);
        Vector512<byte> third = TableRow.Quarter<TSize>(row, 2);
        Vector512<byte> fourth = TableRow.Quarter<TSize>(row, 3);
        for (nint lane = 0; lane < lanes; lane += Vector512<byte>.Count)
        {
            Vector512<byte> absent = Vector512.Equals(Vector512.Load(signs + lane), default).AsByte();
            Vector512<byte> ones = Vector512.AndNot(
                TableRow.LookUp<TSize>(first, second, third, fourth, Vector512.Load(others + lane)), absent);
            _counts += Avx512BW.SumAbsoluteDifferences(ones, default).AsUInt64();
            LevelProducts.AddGroup<IProductSign.Plus>(ones.GetLower(), signs + lane, sums + lane);
            if (lane + LevelProducts.Group < lanes)
            {
                nint next = lane + LevelProducts.Group;
                LevelProducts.AddGroup<IProductSign.Plus>(ones.GetUpper(), signs + next, sums + next);
            }
        }
    }
}
