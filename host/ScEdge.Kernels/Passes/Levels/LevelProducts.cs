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
    /// <param name="others">The others with their signs (<see cref="LevelSpan.Pair"/>), in groups.</param>
    /// <param name="groups">Groups.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="offsets">First sum of each group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TSize, TSign>(byte* row, ushort* others, int groups, short* sums, int* offsets)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        if (TSize.Length == 0)
        {
            for (int lane = 0; lane < groups * Group; lane++)
            {
                short* sum = sums + offsets[lane / Group] + (lane % Group);
                *sum = (short)(*sum + (TSign.Value * Product(row, others[lane])));
            }

            return;
        }

        Vector512<byte> first = TableRow.Quarter<TSize>(row, 0);
        Vector512<byte> second = TableRow.Quarter<TSize>(row, 1);
        Vector512<byte> third = TableRow.Quarter<TSize>(row, 2);
        Vector512<byte> fourth = TableRow.Quarter<TSize>(row, 3);
        for (nint group = 0; group < groups; group++)
        {
            short* sum = sums + offsets[group];
            Vector512<short> products = Products<TSize>(first, second, third, fourth, others + (group * Group));
            (TSign.Value > 0 ? Vector512.Load(sum) + products : Vector512.Load(sum) - products).Store(sum);
        }
    }

    /// <summary>Returns sign x count of one.</summary>
    public static int Product(byte* row, ushort other) => (sbyte)(other >> 8) * row[(byte)other];

    /// <summary>Returns sign x count of 32; parameters as in <see cref="TableRow.LookUp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Products<TSize>(
        Vector512<byte> first, Vector512<byte> second, Vector512<byte> third, Vector512<byte> fourth, ushort* others)
        where TSize : struct, ITableSize
    {
        // What the sign looks up meets zero.
        Vector512<ushort> pairs = Vector512.Load(others);
        Vector512<byte> ones = TableRow.LookUp<TSize>(first, second, third, fourth, pairs.AsByte());
        return Avx512BW.MultiplyAddAdjacent(ones, (pairs >>> 8).AsSByte());
    }
}
