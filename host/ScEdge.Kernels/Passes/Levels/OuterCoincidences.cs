using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Coincidences of a dense layer: the outer product of its errors and its inputs, straight into the counters.
/// </summary>
internal sealed unsafe class OuterCoincidences(WindowShape shape) : ILevelCoincidences
{
    private readonly LevelLists _errors = new(shape.Outputs, mostPlanes: 1);
    private readonly WordBuffer _inputs = new((shape.Taps + LevelProducts.Group) / (sizeof(uint) / sizeof(ushort)));

    /// <inheritdoc/>
    public bool CountsByColumn => false;

    /// <inheritdoc/>
    public void CountBiases(VectorTier tier, PresentNumbers errors, ReadOnlySpan<int> countsByLevel, int digit, CoincidenceCounters counters)
    {
        _errors.Fill(tier, errors, planes: 1, shape.Outputs);
        foreach (ListedNumber output in _errors.Positive(0))
        {
            int count = countsByLevel[(int)output.Level + 1];
            counters.Biases[output.Place] += count << digit;
            counters.Increments += count;
        }

        foreach (ListedNumber output in _errors.Negative(0))
        {
            int count = countsByLevel[(int)output.Level + 1];
            counters.Biases[output.Place] -= count << digit;
            counters.Increments += count;
        }
    }

    /// <inheritdoc/>
    public long Count<TSize>(VectorTier tier, PresentNumbers inputs, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize
    {
        _inputs.Span.Clear();
        inputs.Spread([], MemoryMarshal.Cast<uint, ushort>(_inputs.Span));
        return Count<TSize, IProductSign.Plus>(_errors.Positive(0), table, digit, counters)
            + Count<TSize, IProductSign.Minus>(_errors.Negative(0), table, digit, counters);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private long Count<TSize, TSign>(ReadOnlySpan<ListedNumber> outputs, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        int* weights = (int*)counters.Weights.Words;
        ushort* others = (ushort*)_inputs.Words;
        int counterStride = counters.Stride;
        int stride = table.Stride;
        int last = table.Length - 1;
        ProductTally<TSize> tally = new(shape.Taps);
        foreach (ListedNumber output in outputs)
        {
            byte* row = table.Rows + (output.Level * stride);

            // Level N takes the row before, too.
            for (int rest = output.Level == last ? 1 : 0; rest >= 0; rest--, row -= stride)
            {
                tally.Add<TSign>(row, others, digit, weights + (output.Place * counterStride));
            }
        }

        return tally.Total;
    }
}
