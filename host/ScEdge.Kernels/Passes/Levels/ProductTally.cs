using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Adds products of one number with many to sums that stand side by side, and counts their ones whatever the sign.
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
            Vector512<byte> ones = LookUp(first, second, third, fourth, others + lane, signs + lane);
            LevelProducts.AddGroup<IProductSign.Plus>(ones.GetLower(), signs + lane, sums + lane);
            if (lane + LevelProducts.Group < lanes)
            {
                nint next = lane + LevelProducts.Group;
                LevelProducts.AddGroup<IProductSign.Plus>(ones.GetUpper(), signs + next, sums + next);
            }
        }
    }

    /// <summary>Adds sign x count x 2^digit to a counter of 32 bits for each lane.</summary>
    /// <param name="row">The number's row.</param>
    /// <param name="others">Levels less one of the others; room for whole 64.</param>
    /// <param name="signs">Their signs, likewise; zeros behind the last.</param>
    /// <param name="lanes">How many they are.</param>
    /// <param name="digit">The digit.</param>
    /// <param name="counters">The counters; room for whole 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TSign>(byte* row, byte* others, sbyte* signs, int lanes, int digit, int* counters)
        where TSign : struct, IProductSign
    {
        if (TSize.Length == 0)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                int product = signs[lane] * row[others[lane]];
                counters[lane] += TSign.Value * (product << digit);
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
            Vector512<byte> ones = LookUp(first, second, third, fourth, others + lane, signs + lane);
            AddCounts<TSign>(ones.GetLower().GetLower(), signs + lane, digit, counters + lane);
            if (lane + 16 < lanes)
            {
                AddCounts<TSign>(ones.GetLower().GetUpper(), signs + lane + 16, digit, counters + lane + 16);
            }

            if (lane + 32 < lanes)
            {
                AddCounts<TSign>(ones.GetUpper().GetLower(), signs + lane + 32, digit, counters + lane + 32);
            }

            if (lane + 48 < lanes)
            {
                AddCounts<TSign>(ones.GetUpper().GetUpper(), signs + lane + 48, digit, counters + lane + 48);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddCounts<TSign>(Vector128<byte> ones, sbyte* signs, int digit, int* counters)
        where TSign : struct, IProductSign
    {
        Vector256<short> products = Avx2.ConvertToVector256Int16(ones) * Avx2.ConvertToVector256Int16(Vector128.Load(signs));
        Vector512<int> counts = Avx512F.ConvertToVector512Int32(products) << digit;
        Vector512<int> counter = Vector512.Load(counters);
        (TSign.Value > 0 ? counter + counts : counter - counts).Store(counters);
    }

    /// <summary>Looks the ones of 64 products up, none for others of level zero, and counts them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<byte> LookUp(
        Vector512<byte> first, Vector512<byte> second, Vector512<byte> third, Vector512<byte> fourth, byte* others, sbyte* signs)
    {
        Vector512<byte> absent = Vector512.Equals(Vector512.Load(signs), default).AsByte();
        Vector512<byte> ones = Vector512.AndNot(
            TableRow.LookUp<TSize>(first, second, third, fourth, Vector512.Load(others)), absent);
        _counts += Avx512BW.SumAbsoluteDifferences(ones, default).AsUInt64();
        return ones;
    }
}
