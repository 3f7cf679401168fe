using System;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Coincidences of a dense layer: the outer product of its errors and its inputs, straight into the counters.
/// </summary>
internal sealed unsafe class OuterCoincidences(WindowShape shape) : ILevelCoincidences
{
    private readonly LevelLists _lists = new(shape.Outputs);
    private readonly WordBuffer _levels = new(WindowPatches.StrideOf(shape) / sizeof(uint));
    private readonly WordBuffer _signs = new(WindowPatches.StrideOf(shape) / sizeof(uint));

    /// <inheritdoc/>
    public void CountBiases(VectorTier tier, LevelSpan errors, ReadOnlySpan<int> countsByLevel, int digit, CoincidenceCounters counters)
    {
        _lists.Fill(tier, errors.Signs);
        foreach (int output in _lists.Positive)
        {
            int count = countsByLevel[errors.Levels[output] + 1];
            counters.Biases[output] += count << digit;
            counters.Increments += count;
        }

        foreach (int output in _lists.Negative)
        {
            int count = countsByLevel[errors.Levels[output] + 1];
            counters.Biases[output] -= count << digit;
            counters.Increments += count;
        }
    }

    /// <inheritdoc/>
    public long Count<TSize>(VectorTier tier, LevelSpan inputs, LevelSpan errors, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize
    {
        inputs.Levels.CopyTo(new Span<byte>(_levels.Words, shape.Taps));
        inputs.Signs.CopyTo(new Span<sbyte>(_signs.Words, shape.Taps));
        return Count<TSize, IProductSign.Plus>(_lists.Positive, errors.Levels, table, digit, counters)
            + Count<TSize, IProductSign.Minus>(_lists.Negative, errors.Levels, table, digit, counters);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private long Count<TSize, TSign>(ReadOnlySpan<int> outputs, ReadOnlySpan<byte> levels, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        int* weights = (int*)counters.Weights.Words;
        byte* others = (byte*)_levels.Words;
        sbyte* signs = (sbyte*)_signs.Words;
        int stride = table.Stride;
        int last = table.Length - 1;
        ProductTally<TSize> tally = default;
        foreach (int output in outputs)
        {
            int level = levels[output];
            byte* row = table.Rows + ((nint)level * stride);

            // Level N takes the row before, too.
            for (int rest = level == last ? 1 : 0; rest >= 0; rest--, row -= stride)
            {
                tally.Add<TSign>(row, others, signs, shape.Taps, digit, weights + ((nint)output * counters.Stride));
            }
        }

        return tally.Total;
    }
}
