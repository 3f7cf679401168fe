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
    private readonly WordBuffer _inputs = new(WindowPatches.StrideOf(shape) / (sizeof(uint) / sizeof(ushort)));

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
        inputs.CopyPairsTo((ushort*)_inputs.Words);
        return Count<TSize, IProductSign.Plus>(_lists.Positive, errors.Levels, table, digit, counters)
            + Count<TSize, IProductSign.Minus>(_lists.Negative, errors.Levels, table, digit, counters);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private long Count<TSize, TSign>(ReadOnlySpan<int> outputs, ReadOnlySpan<byte> levels, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        int* weights = (int*)counters.Weights.Words;
        ushort* others = (ushort*)_inputs.Words;
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
                tally.Add<TSign>(row, others, shape.Taps, digit, weights + ((nint)output * counters.Stride));
            }
        }

        return tally.Total;
    }
}
