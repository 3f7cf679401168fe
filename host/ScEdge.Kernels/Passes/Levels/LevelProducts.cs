using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Products of one number with many, looked up in its row of a <see cref="LevelTable"/> and added to sums of 16 bits.
/// </summary>
internal static unsafe class LevelProducts
{
    /// <summary>Lanes that are added at once.</summary>
    public const int Group = 32;

    /// <summary>Adds sign x count to the sum of each lane.</summary>
    /// <param name="row">The number's row.</param>
    /// <param name="others">Levels less one of the others, in groups; the groups come in pairs, the last of which may be left out.</param>
    /// <param name="signs">Their signs.</param>
    /// <param name="groups">Groups.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="offsets">First sum of each group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TSize, TSign>(byte* row, byte* others, sbyte* signs, int groups, short* sums, int* offsets)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        if (TSize.Length == 0)
        {
            for (int lane = 0; lane < groups * Group; lane++)
            {
                short* sum = sums + offsets[lane / Group] + (lane % Group);
                *sum = (short)(*sum + (TSign.Value * signs[lane] * row[others[lane]]));
            }

            return;
        }

        Vector512<byte> first = TableRow.Quarter<TSize>(row, 0);
        Vector512<byte> second = TableRow.Quarter<TSize>(row, 1);
        Vector512<byte> third = TableRow.Quarter<TSize>(row, 2);
        Vector512<byte> fourth = TableRow.Quarter<TSize>(row, 3);
        for (nint group = 0; group < groups; group += 2)
        {
            Vector512<byte> ones = TableRow.LookUp<TSize>(first, second, third, fourth, Vector512.Load(others + (group * Group)));
            AddGroup<TSign>(ones.GetLower(), signs + (group * Group), sums + offsets[group]);
            if (group + 1 < groups)
            {
                AddGroup<TSign>(ones.GetUpper(), signs + ((group + 1) * Group), sums + offsets[group + 1]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddGroup<TSign>(Vector256<byte> ones, sbyte* signs, short* sums)
        where TSign : struct, IProductSign
    {
        Vector512<short> products = Avx512BW.ConvertToVector512Int16(ones) * Avx512BW.ConvertToVector512Int16(Vector256.Load(signs));
        Vector512<short> sum = Vector512.Load(sums);
        (TSign.Value > 0 ? sum + products : sum - products).Store(sums);
    }
}
