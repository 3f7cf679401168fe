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
    private readonly int _turns;
    private readonly int _groups;
    private readonly int _plane;
    private readonly LevelLists _lists;
    private readonly SumCollector _collector;

    // Sums [row][column][target channel] of 16 bits.
    private readonly WordBuffer _sums;

    // First sum of each group of a source's weights, and of each number of a list.
    private readonly WordBuffer _groupOffsets;
    private readonly WordBuffer _offsets;

    /// <summary>Makes the kernel of a layer.</summary>
    /// <param name="shape">Windows, with less padding than a window is wide.</param>
    /// <param name="forward">Whether it computes the forward pass; otherwise the backward pass.</param>
    public ScatterLevelKernel(WindowShape shape, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        (int height, int width) = forward ? (shape.Height, shape.Width) : (shape.OutputHeight, shape.OutputWidth);
        int targets = forward ? shape.Outputs : shape.Channels;
        _kernelArea = shape.KernelHeight * shape.KernelWidth;
        int paddedWidth = width + shape.KernelWidth - 1;
        _collector = new SumCollector(shape, forward, paddedWidth);
        int groupsPerRow = WeightLevels.GroupsOf(shape.KernelWidth * targets);
        _groups = shape.KernelHeight * groupsPerRow;
        _turns = shape.KernelWidth == 1 ? 1 : ((groupsPerRow * LevelProducts.Group) + targets - 1) / targets;
        _plane = height * width;
        int sources = forward ? shape.Channels : shape.Outputs;
        int listed = _plane == 1 ? sources : _plane;
        _lists = new LevelLists(listed);
        int sums = ((height + shape.KernelHeight - 1) * paddedWidth * targets) + LevelProducts.Group;
        _sums = new WordBuffer((sums + 1) / 2);
        _groupOffsets = new WordBuffer(_groups);
        for (int group = 0; group < _groups; group++)
        {
            _groupOffsets.Words[group] =
                (uint)((group / groupsPerRow * paddedWidth * targets) + (group % groupsPerRow * LevelProducts.Group));
        }

        _offsets = new WordBuffer(listed);
        for (int i = 0; i < _plane; i++)
        {
            _offsets.Words[i] = (uint)(((i / width * paddedWidth) + (i % width)) * targets);
        }
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

    /// <summary>Adds the products of all numbers of a map to the sums that they take part in.</summary>
    /// <param name="map">Levels of the map: inputs, or errors of the outputs.</param>
    /// <param name="weights">Levels of the weights, laid out for the pass.</param>
    /// <param name="table">Counts, rows by the map's sequence, columns by the weights'.</param>
    /// <param name="targets">The sums: of outputs, or errors of the inputs, at zero.</param>
    public void Run(LevelSpan map, WeightLevels weights, LevelTable table, Span<int> targets) =>
        Run(KernelTier.Current, map, weights, table, targets);

    internal void Run(VectorTier tier, LevelSpan map, WeightLevels weights, LevelTable table, Span<int> targets)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(table);
        int plane = _plane;

        // So many channels add to 16 bits. Those of one number each are one list, whose numbers have weights of their own.
        int most = short.MaxValue / (table.Length * _kernelArea);
        int step = plane == 1 ? most : 1;

        // Otherwise all numbers of a channel have the same.
        int weightStride = plane == 1 ? weights.SourceStride : 0;
        for (int source = 0, added = 0; source < weights.Sources; source += step)
        {
            int channels = Math.Min(step, weights.Sources - source);
            LevelSpan numbers = map.Slice(source * plane, channels * plane);
            _lists.Fill(tier, numbers.Signs);
            fixed (byte* levels = numbers.Levels)
            {
                nint first = (nint)source * weights.SourceStride;
                ushort* run = weights.Pairs + first;
                switch (ITableSize.For(tier, table.Length))
                {
                    case 64:
                        Scatter<ITableSize.Of64>(levels, run, weightStride, table);
                        break;
                    case 128:
                        Scatter<ITableSize.Of128>(levels, run, weightStride, table);
                        break;
                    case 256:
                        Scatter<ITableSize.Of256>(levels, run, weightStride, table);
                        break;
                    default:
                        Scatter<ITableSize.Plain>(levels, run, weightStride, table);
                        break;
                }
            }

            added += channels;
            if (added == most || source + channels == weights.Sources)
            {
                _collector.AddTo(tier, (short*)_sums.Words, targets);
                _sums.Span.Clear();
                added = 0;
            }
        }
    }

    private void Scatter<TSize>(byte* levels, ushort* weights, nint weightStride, LevelTable table)
        where TSize : struct, ITableSize
    {
        Scatter<TSize, IProductSign.Plus>(_lists.Positive, levels, weights, weightStride, table);
        Scatter<TSize, IProductSign.Minus>(_lists.Negative, levels, weights, weightStride, table);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Scatter<TSize, TSign>(ReadOnlySpan<int> numbers, byte* levels, ushort* weights, nint weightStride, LevelTable table)
        where TSize : struct, ITableSize
        where TSign : struct, IProductSign
    {
        short* sums = (short*)_sums.Words;
        int* offsets = (int*)_offsets.Words;
        int* groupOffsets = (int*)_groupOffsets.Words;
        byte* rows = table.Rows;
        int stride = table.Stride;
        int last = table.Length - 1;
        int groups = _groups;

        // Neighbours add to the same sums, and what has just been stored askew is slow to load: so the numbers in turns, each so far from the
        // one before that their groups have no sum in common.
        for (int first = 0; first < _turns; first++)
        {
            for (int i = first; i < numbers.Length; i += _turns)
            {
                nint number = numbers[i];
                int level = levels[number];
                byte* row = rows + ((nint)level * stride);
                ushort* others = weights + (number * weightStride);

                // Level N takes the row before, too.
                for (int rest = level == last ? 1 : 0; rest >= 0; rest--, row -= stride)
                {
                    LevelProducts.Add<TSize, TSign>(row, others, groups, sums + offsets[number], groupOffsets);
                }
            }
        }
    }
}
