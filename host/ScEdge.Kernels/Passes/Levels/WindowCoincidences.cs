using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Coincidences of a convolution: each error looks its products with its window up, output by output.
/// </summary>
internal sealed unsafe class WindowCoincidences(WindowShape shape) : ILevelCoincidences
{
    private readonly WindowPatches _patches = new(shape);
    private readonly LevelLists[] _lists = NewLists(shape);

    // Sums of one output by tap, of 16 bits.
    private readonly WordBuffer _sums = new(WindowPatches.StrideOf(shape) / 2);

    /// <inheritdoc/>
    public void CountBiases(VectorTier tier, LevelSpan errors, ReadOnlySpan<int> countsByLevel, int digit, CoincidenceCounters counters)
    {
        int positions = shape.Positions;
        for (int output = 0; output < shape.Outputs; output++)
        {
            LevelSpan plane = errors.Slice(output * positions, positions);
            _lists[output].Fill(tier, plane.Signs);
            int positive = Sum(_lists[output].Positive, plane.Levels, countsByLevel);
            int negative = Sum(_lists[output].Negative, plane.Levels, countsByLevel);
            counters.Biases[output] += (positive - negative) << digit;
            counters.Increments += positive + negative;
        }
    }

    /// <inheritdoc/>
    public long Count<TSize>(VectorTier tier, LevelSpan inputs, LevelSpan errors, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize
    {
        _patches.Fill(inputs, errors.Signs);
        long increments = 0;
        for (int output = 0; output < shape.Outputs; output++)
        {
            ReadOnlySpan<byte> levels = errors.Levels.Slice(output * shape.Positions, shape.Positions);
            int* weights = (int*)counters.Weights.Words + ((nint)output * counters.Stride);
            increments += Count<TSize, IProductSign.Plus>(_lists[output].Positive, levels, table, digit, weights, counters.Stride);
            increments += Count<TSize, IProductSign.Minus>(_lists[output].Negative, levels, table, digit, weights, counters.Stride);
        }

        return increments;
    }

    private static LevelLists[] NewLists(WindowShape shape)
    {
        LevelLists[] lists = new LevelLists[shape.Outputs];
        for (int output = 0; output < lists.Length; output++)
        {
            lists[output] = new LevelLists(shape.Positions);
        }

        return lists;
    }

    private static int Sum(ReadOnlySpan<int> numbers, ReadOnlySpan<byte> levels, ReadOnlySpan<int> countsByLevel)
    {
        int sum = 0;
        foreach (int number in numbers)
        {
            sum += countsByLevel[levels[number] + 1];
        }

        return sum;
    }

    private long Count<TSize, TSign>(ReadOnlySpan<int> numbers, ReadOnlySpan<byte> levels, LevelTable table, int digit, int* weights, int count)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        // So many products of at most N fit into 16 bits.
        int most = short.MaxValue / table.Length;
        long increments = 0;
        for (ReadOnlySpan<int> rest = numbers; rest.Length > 0; rest = rest[Math.Min(most, rest.Length)..])
        {
            increments += Add<TSize>(rest[..Math.Min(most, rest.Length)], levels, table);
            Collect<TSign>(digit, weights, count);
        }

        return increments;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private long Add<TSize>(ReadOnlySpan<int> numbers, ReadOnlySpan<byte> levels, LevelTable table)
        where TSize : struct, ITableSize
    {
        short* sums = (short*)_sums.Words;
        ushort* patches = _patches.Pairs;
        int patchStride = _patches.Stride;
        int taps = shape.Taps;
        byte* rows = table.Rows;
        int stride = table.Stride;
        int last = table.Length - 1;
        ProductTally<TSize> tally = default;
        foreach (int number in numbers)
        {
            int level = levels[number];
            byte* row = rows + ((nint)level * stride);
            ushort* patch = patches + ((nint)number * patchStride);

            // Level N takes the row before, too.
            for (int rest = level == last ? 1 : 0; rest >= 0; rest--, row -= stride)
            {
                tally.Add(row, patch, taps, sums);
            }
        }

        return tally.Total;
    }

    /// <summary>Adds the sums so far to the counters and begins anew.</summary>
    private void Collect<TSign>(int digit, int* weights, int count)
        where TSign : struct, IProductSign
    {
        short* sums = (short*)_sums.Words;
        for (int i = 0; i < count; i += Vector256<short>.Count)
        {
            (Vector256<int> lower, Vector256<int> upper) = Vector256.Widen(Vector256.Load(sums + i));
            Add(weights + i, lower << digit);
            Add(weights + i + Vector256<int>.Count, upper << digit);
        }

        _sums.Span.Clear();

        static void Add(int* counters, Vector256<int> sum)
        {
            Vector256<int> counter = Vector256.Load(counters);
            (TSign.Value > 0 ? counter + sum : counter - sum).Store(counters);
        }
    }
}
