using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Adds products of one number with many to sums that stand side by side, and counts their ones whatever the sign.
/// </summary>
/// <param name="lanes">How many they are.</param>
internal unsafe struct ProductTally<TSize>(int lanes)
    where TSize : struct, ITableSize
{
    // Lanes of the last group, where it is not a whole one.
    private readonly Vector512<short> _rest = Vector512.LessThan(Vector512<short>.Indices, Vector512.Create((short)(lanes % LevelProducts.Group)));
    private Vector512<ulong> _counts;
    private long _total;

    /// <summary>The ones of all products.</summary>
    public readonly long Total => _total + (long)Vector512.Sum(_counts);

    /// <summary>Adds sign x count to the sum of each lane.</summary>
    /// <param name="row">The number's row.</param>
    /// <param name="others">The others with their signs; anything up to whole 32.</param>
    /// <param name="sums">The sums; room for whole 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte* row, ushort* others, short* sums)
    {
        if (TSize.Length == 0)
        {
            for (int i = 0; i < lanes; i++)
            {
                int product = LevelProducts.Product(row, others[i]);
                sums[i] = (short)(sums[i] + product);
                _total += product < 0 ? -product : product;
            }

            return;
        }

        Vector512<byte> first = TableRow.Quarter<TSize>(row, 0);
        Vector512<byte> second = TableRow.Quarter<TSize>(row, 1);
        Vector512<byte> third = TableRow.Quarter<TSize>(row, 2);
        Vector512<byte> fourth = TableRow.Quarter<TSize>(row, 3);
        nint lane = 0;
        for (; lane <= lanes - LevelProducts.Group; lane += LevelProducts.Group)
        {
            Vector512<short> products = Counted(LevelProducts.Products<TSize>(first, second, third, fourth, others + lane));
            (Vector512.Load(sums + lane) + products).Store(sums + lane);
        }

        if (lane < lanes)
        {
            Vector512<short> products = Counted(LevelProducts.Products<TSize>(first, second, third, fourth, others + lane) & _rest);
            (Vector512.Load(sums + lane) + products).Store(sums + lane);
        }
    }

    /// <summary>Adds sign x count x 2^digit to a counter of 32 bits for each lane.</summary>
    /// <param name="row">The number's row.</param>
    /// <param name="others">The others with their signs; zeros up to whole 32.</param>
    /// <param name="digit">The digit.</param>
    /// <param name="counters">The counters; room for whole 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TSign>(byte* row, ushort* others, int digit, int* counters)
        where TSign : struct, IProductSign
    {
        if (TSize.Length == 0)
        {
            for (int i = 0; i < lanes; i++)
            {
                int product = LevelProducts.Product(row, others[i]);
                counters[i] += TSign.Value * (product << digit);
                _total += product < 0 ? -product : product;
            }

            return;
        }

        Vector512<byte> first = TableRow.Quarter<TSize>(row, 0);
        Vector512<byte> second = TableRow.Quarter<TSize>(row, 1);
        Vector512<byte> third = TableRow.Quarter<TSize>(row, 2);
        Vector512<byte> fourth = TableRow.Quarter<TSize>(row, 3);
        for (nint lane = 0; lane < lanes; lane += LevelProducts.Group)
        {
            Vector512<short> products = Counted(LevelProducts.Products<TSize>(first, second, third, fourth, others + lane));
            AddCounts<TSign>(products.GetLower(), digit, counters + lane);
            if (lane + Vector512<int>.Count < lanes)
            {
                AddCounts<TSign>(products.GetUpper(), digit, counters + lane + Vector512<int>.Count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddCounts<TSign>(Vector256<short> products, int digit, int* counters)
        where TSign : struct, IProductSign
    {
        Vector512<int> counts = Avx512F.ConvertToVector512Int32(products) << digit;
        Vector512<int> counter = Vector512.Load(counters);
        (TSign.Value > 0 ? counter + counts : counter - counts).Store(counters);
    }

    /// <summary>Counts the ones of 32 products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<short> Counted(Vector512<short> products)
    {
        _counts += Avx512BW.SumAbsoluteDifferences(Vector512.Abs(products).AsByte(), default).AsUInt64();
        return products;
    }
}
