using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Counts the coincidences of inputs and errors of one image whose streams share sequences: the twin of
/// <see cref="ProductLayer.CountCoincidences"/>.
/// </summary>
/// <remarks>Holds memory to work in: one object for each thread.</remarks>
public sealed unsafe class CoincidenceLevelKernel
{
    private readonly WindowShape _shape;
    private readonly WindowPatches _patches;
    private readonly LevelLists _lists;

    // Sums of one output by tap, of 16 bits.
    private readonly WordBuffer _sums;

    /// <summary>Makes the kernel of a layer.</summary>
    public CoincidenceLevelKernel(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _patches = new WindowPatches(shape);
        _lists = new LevelLists(shape.Positions);
        _sums = new WordBuffer(_patches.Stride / 2);
    }

    /// <summary>Counts the coincidences of an image.</summary>
    /// <param name="levels">Levels less one of the input map.</param>
    /// <param name="signs">Their signs, 0 where the level is 0.</param>
    /// <param name="errorLevels">Levels less one of the errors of the outputs.</param>
    /// <param name="errorSigns">Their signs, likewise.</param>
    /// <param name="table">Counts, rows by the errors' sequence, columns by the inputs'.</param>
    /// <param name="biasCounts">By the level of an error, its coincidences with the stream that the biases' errors pass through.</param>
    /// <param name="digit">Digit of the weights' counters that a coincidence goes to.</param>
    /// <param name="biasDigit">Digit of the biases' counters that a coincidence goes to.</param>
    /// <param name="counters">Counters; the coincidences are added.</param>
    public void Run(
        ReadOnlySpan<byte> levels,
        ReadOnlySpan<sbyte> signs,
        ReadOnlySpan<byte> errorLevels,
        ReadOnlySpan<sbyte> errorSigns,
        LevelTable table,
        ReadOnlySpan<int> biasCounts,
        int digit,
        int biasDigit,
        CoincidenceCounters counters) =>
        Run(KernelTier.Current, levels, signs, errorLevels, errorSigns, table, biasCounts, digit, biasDigit, counters);

    internal void Run(
        VectorTier tier,
        ReadOnlySpan<byte> levels,
        ReadOnlySpan<sbyte> signs,
        ReadOnlySpan<byte> errorLevels,
        ReadOnlySpan<sbyte> errorSigns,
        LevelTable table,
        ReadOnlySpan<int> biasCounts,
        int digit,
        int biasDigit,
        CoincidenceCounters counters)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(counters);
        _patches.Fill(levels, signs, errorSigns);
        int positions = _shape.Positions;
        for (int output = 0; output < _shape.Outputs; output++)
        {
            ReadOnlySpan<byte> plane = errorLevels.Slice(output * positions, positions);
            _lists.Fill(tier, errorSigns.Slice(output * positions, positions));
            int positive = CountBias(_lists.Positive, plane, biasCounts);
            int negative = CountBias(_lists.Negative, plane, biasCounts);
            counters.Biases[output] += (positive - negative) << biasDigit;
            counters.Increments += positive + negative;

            int* weights = (int*)counters.Weights.Words + ((nint)output * counters.Stride);
            counters.Increments += ITableSize.For(tier, table.Length) switch
            {
                64 => Count<ITableSize.Of64>(plane, table, digit, weights, counters.Stride),
                128 => Count<ITableSize.Of128>(plane, table, digit, weights, counters.Stride),
                256 => Count<ITableSize.Of256>(plane, table, digit, weights, counters.Stride),
                _ => Count<ITableSize.Plain>(plane, table, digit, weights, counters.Stride),
            };
        }
    }

    private static int CountBias(ReadOnlySpan<int> numbers, ReadOnlySpan<byte> levels, ReadOnlySpan<int> biasCounts)
    {
        int sum = 0;
        foreach (int number in numbers)
        {
            sum += biasCounts[levels[number] + 1];
        }

        return sum;
    }

    private long Count<TSize>(ReadOnlySpan<byte> levels, LevelTable table, int digit, int* weights, int count)
        where TSize : struct, ITableSize
    {
        // So many products of at most N fit into 16 bits.
        int most = short.MaxValue / table.Length;
        long increments = 0;
        for (ReadOnlySpan<int> rest = _lists.Positive; rest.Length > 0; rest = rest[Math.Min(most, rest.Length)..])
        {
            increments += Add<TSize>(rest[..Math.Min(most, rest.Length)], levels, table);
            Collect<IProductSign.Plus>(digit, weights, count);
        }

        for (ReadOnlySpan<int> rest = _lists.Negative; rest.Length > 0; rest = rest[Math.Min(most, rest.Length)..])
        {
            increments += Add<TSize>(rest[..Math.Min(most, rest.Length)], levels, table);
            Collect<IProductSign.Minus>(digit, weights, count);
        }

        return increments;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private long Add<TSize>(ReadOnlySpan<int> numbers, ReadOnlySpan<byte> levels, LevelTable table)
        where TSize : struct, ITableSize
    {
        short* sums = (short*)_sums.Words;
        byte* patches = _patches.Levels;
        sbyte* signs = _patches.Signs;
        int patchStride = _patches.Stride;
        int taps = _shape.Taps;
        byte* rows = table.Rows;
        int stride = table.Stride;
        int last = table.Length - 1;
        ProductTally<TSize> tally = default;
        foreach (int number in numbers)
        {
            int level = levels[number];
            byte* row = rows + ((nint)level * stride);
            nint patch = (nint)number * patchStride;

            // Level N takes the row before, too.
            for (int rest = level == last ? 1 : 0; rest >= 0; rest--, row -= stride)
            {
                tally.Add(row, patches + patch, signs + patch, taps, sums);
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
