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
    private readonly WindowColumns _windows = new(shape);
    private readonly LevelLists _errors = new(shape.OutputCount, shape.Outputs);

    // Sums of one output by tap, of 16 bits.
    private readonly WordBuffer _sums = new((shape.Taps + LevelProducts.Group) / 2);

    /// <inheritdoc/>
    public bool CountsByColumn => true;

    /// <inheritdoc/>
    public void CountBiases(VectorTier tier, PresentNumbers errors, ReadOnlySpan<int> countsByLevel, int digit, CoincidenceCounters counters)
    {
        _errors.Fill(tier, errors, shape.Outputs, shape.Positions);
        for (int output = 0; output < shape.Outputs; output++)
        {
            int positive = Sum(_errors.Positive(output), countsByLevel);
            int negative = Sum(_errors.Negative(output), countsByLevel);
            counters.Biases[output] += (positive - negative) << digit;
            counters.Increments += positive + negative;
        }
    }

    /// <inheritdoc/>
    public long Count<TSize>(VectorTier tier, PresentNumbers inputs, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize
    {
        _windows.Fill(inputs);
        long increments = 0;
        for (int output = 0; output < shape.Outputs; output++)
        {
            int* weights = (int*)counters.Weights.Words + ((nint)output * counters.Stride);
            increments += Count<TSize, IProductSign.Plus>(_errors.Positive(output), table, digit, weights, counters.Stride);
            increments += Count<TSize, IProductSign.Minus>(_errors.Negative(output), table, digit, weights, counters.Stride);
        }

        return increments;
    }

    private static int Sum(ReadOnlySpan<ListedNumber> numbers, ReadOnlySpan<int> countsByLevel)
    {
        int sum = 0;
        foreach (ListedNumber number in numbers)
        {
            sum += countsByLevel[(int)number.Level + 1];
        }

        return sum;
    }

    private long Count<TSize, TSign>(ReadOnlySpan<ListedNumber> numbers, LevelTable table, int digit, int* weights, int count)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        // So many products of at most N fit into 16 bits.
        int most = short.MaxValue / table.Length;
        long increments = 0;
        for (ReadOnlySpan<ListedNumber> rest = numbers; rest.Length > 0; rest = rest[Math.Min(most, rest.Length)..])
        {
            increments += Add<TSize>(rest[..Math.Min(most, rest.Length)], table);
            Collect<TSign>(digit, weights, count);
        }

        return increments;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private long Add<TSize>(ReadOnlySpan<ListedNumber> numbers, LevelTable table)
        where TSize : struct, ITableSize
    {
        short* sums = (short*)_sums.Words;
        ushort* windows = _windows.Pairs;
        int[] firsts = _windows.Firsts;
        int taps = shape.Taps;
        byte* rows = table.Rows;
        int stride = table.Stride;
        int last = table.Length - 1;
        ProductTally<TSize> tally = new(taps);
        foreach (ListedNumber number in numbers)
        {
            byte* row = rows + (number.Level * stride);
            ushort* window = windows + firsts[number.Place];

            // Level N takes the row before, too.
            for (int rest = number.Level == last ? 1 : 0; rest >= 0; rest--, row -= stride)
            {
                tally.Add(row, window, sums);
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
