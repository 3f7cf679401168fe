using System;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Forward sums or backward errors of a product layer whose streams share sequences: the twin of <see cref="ProductLayer.Forward"/> and
/// <see cref="ProductLayer.Backward"/>.
/// </summary>
/// <remarks>
/// Each number of the source map looks its products with all its weights up in its row of the table, and adds them to all sums that it
/// takes part in. Numbers of level zero are left out. Sums are of 16 bits; they are collected before they could overflow. Holds
/// memory to work in: one object for each thread.
/// </remarks>
public sealed unsafe class ScatterLevelKernel
{
    private readonly int _kernelArea;
    private readonly ScatterFrames _frames;
    private readonly LevelLists _lists;
    private readonly SumCollector _collector;

    // Null backward, where errors have no background.
    private readonly BackgroundSums? _background;

    // Sums of 16 bits.
    private readonly WordBuffer _sums;
    private readonly int[] _groupOffsets;
    private readonly int[] _firstSums;
    private readonly int[] _firstWeights;

    // Neighbours add to the same sums, and what has just been stored is slow to load: so the numbers in turns, each so far from the one before
    // that their frames have no group in common.
    private readonly int _turns;

    /// <summary>Makes the kernel of a layer.</summary>
    /// <param name="shape">Windows, with less padding than a window is wide.</param>
    /// <param name="forward">Whether it computes the forward pass; otherwise the backward pass.</param>
    public ScatterLevelKernel(WindowShape shape, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _frames = new ScatterFrames(shape, forward);
        _kernelArea = shape.KernelHeight * shape.KernelWidth;
        _collector = new SumCollector(shape, forward, _frames.ColumnsPerRow);
        _turns = shape.KernelWidth == 1 ? 1 : ((_frames.GroupsPerRow * LevelProducts.Group) + _frames.Targets - 1) / _frames.Targets;
        _background = forward && _frames.Plane > 1 ? new BackgroundSums(shape, _frames) : null;
        _lists = new LevelLists(_frames.Sources * _frames.Plane, _frames.Sources);
        _sums = new WordBuffer((_frames.Sums + 1) / (sizeof(uint) / sizeof(short)));
        _groupOffsets = _frames.GroupOffsets(shape.KernelHeight);
        _firstSums = _frames.FirstSums();
        _firstWeights = _frames.FirstWeights();
    }

    /// <summary>Returns whether the sums of a layer fit.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="length">N.</param>
    public static bool CanServe(WindowShape shape, int length)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return length <= SortedSequence.LongestLength
            && length * shape.KernelHeight * shape.KernelWidth <= short.MaxValue
            && shape.Padding < Math.Min(shape.KernelHeight, shape.KernelWidth);
    }

    /// <summary>Sums the products of all numbers of a map.</summary>
    /// <param name="map">The map, its levels found: inputs, or errors of the outputs.</param>
    /// <param name="weights">Levels of the weights, laid out for the pass.</param>
    /// <param name="table">Counts, rows by the map's sequence, columns by the weights'.</param>
    /// <param name="targets">Receives the sums: of outputs, or errors of the inputs.</param>
    public void Run(PresentNumbers map, WeightLevels weights, LevelTable table, Span<int> targets) =>
        Run(KernelTier.Current, map, weights, table, targets);

    internal void Run(VectorTier tier, PresentNumbers map, WeightLevels weights, LevelTable table, Span<int> targets)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(table);

        // So many channels add to 16 bits, each number twice where there is a background. Those of one number each are one plane, whose numbers
        // have weights of their own.
        int most = short.MaxValue / (table.Length * _kernelArea);
        int step = _frames.Plane == 1 ? most : 1;
        int planes = (_frames.Sources + step - 1) / step;
        if (_background is not null && most >= 2)
        {
            most /= _lists.FillBeside(tier, map, planes, _frames.Plane) ? 2 : 1;
        }
        else
        {
            _lists.Fill(tier, map, planes, _frames.Plane == 1 ? step : _frames.Plane);
        }

        bool isFirst = true;
        for (int plane = 0, added = 0; plane < planes; plane++)
        {
            int source = plane * step;
            Scatter(tier, plane, weights.Pairs + ((nint)source * _frames.SourceStride), table);
            added += Math.Min(step, _frames.Sources - source);
            if (added == most || plane == planes - 1)
            {
                _collector.Collect(tier, isFirst, (short*)_sums.Words, targets);
                _sums.Span.Clear();
                added = 0;
                isFirst = false;
            }
        }

        for (int plane = 0; plane < planes; plane++)
        {
            if (_lists.HasBackground(plane, out ListedNumber background, out int sign))
            {
                _background!.AddTo(background, sign, weights.Pairs + ((nint)plane * _frames.SourceStride), table, targets);
            }
        }
    }

    private void Scatter(VectorTier tier, int plane, ushort* weights, LevelTable table)
    {
        switch (ITableSize.For(tier, table.Length))
        {
            case 64:
                Scatter<ITableSize.Of64>(plane, weights, table);
                break;
            case 128:
                Scatter<ITableSize.Of128>(plane, weights, table);
                break;
            case 256:
                Scatter<ITableSize.Of256>(plane, weights, table);
                break;
            default:
                Scatter<ITableSize.Plain>(plane, weights, table);
                break;
        }
    }

    private void Scatter<TSize>(int plane, ushort* weights, LevelTable table)
        where TSize : struct, ITableSize
    {
        Scatter<TSize, IProductSign.Plus>(_lists.Positive(plane), weights, table);
        Scatter<TSize, IProductSign.Minus>(_lists.Negative(plane), weights, table);
        if (!_lists.HasBackground(plane, out _, out int sign))
        {
            return;
        }

        // The background will be added everywhere: here it is taken away from where another number is.
        if (sign > 0)
        {
            Scatter<TSize, IProductSign.Minus>(_lists.Others(plane), weights, table);
        }
        else
        {
            Scatter<TSize, IProductSign.Plus>(_lists.Others(plane), weights, table);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Scatter<TSize, TSign>(ReadOnlySpan<ListedNumber> numbers, ushort* weights, LevelTable table)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        short* sums = (short*)_sums.Words;
        byte* rows = table.Rows;
        int stride = table.Stride;
        int last = table.Length - 1;
        int turns = _turns;
        int groups = _groupOffsets.Length;
        fixed (int* firstSums = _firstSums, firstWeights = _firstWeights, groupOffsets = _groupOffsets)
        {
            for (int first = 0; first < turns; first++)
            {
                for (int i = first; i < numbers.Length; i += turns)
                {
                    ListedNumber number = numbers[i];
                    byte* row = rows + (number.Level * stride);
                    ushort* others = weights + firstWeights[number.Place];

                    // Level N takes the row before, too.
                    for (int rest = number.Level == last ? 1 : 0; rest >= 0; rest--, row -= stride)
                    {
                        LevelProducts.Add<TSize, TSign>(row, others, groups, sums + firstSums[number.Place], groupOffsets);
                    }
                }
            }
        }
    }
}
