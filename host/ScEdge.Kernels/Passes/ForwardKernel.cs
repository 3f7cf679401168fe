using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The sums of a product layer's windows for one image: the twin of <see cref="ProductLayer.Forward"/>.
/// </summary>
/// <remarks>
/// Numbers of zero are left out. All windows meet the weights of a few channels before the next ones come, so that these stay in the first
/// cache. Holds memory to work in: one object for each thread.
/// </remarks>
public sealed unsafe class ForwardKernel
{
    private const int Lanes = ProductSumKernel.Lanes;

    // Words of weights that all windows meet: most of a cache of 32 kB.
    private const int CachedWords = 6400;

    private readonly WindowShape _shape;
    private readonly NumberMap _map;
    private readonly WindowLister _lister;

    // Sums [window][lane].
    private readonly WordBuffer _sums;

    /// <summary>Makes the kernel of a layer.</summary>
    public ForwardKernel(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _map = new NumberMap(shape);
        _lister = new WindowLister(shape, _map);
        _sums = new WordBuffer(shape.Positions * Lanes);
    }

    /// <summary>Computes the sums of all windows.</summary>
    /// <param name="inputs">The input map, for signs and zeros.</param>
    /// <param name="words">Words of its streams, number by number.</param>
    /// <param name="weights">Streams of the weights.</param>
    /// <param name="outputs">Receives the sums, [output][window].</param>
    public void Run(ReadOnlySpan<int> inputs, WordBuffer words, WeightStreams weights, Span<int> outputs)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Run(KernelTier.Current, inputs, words, weights, .., outputs);
    }

    /// <summary>As the other, for some groups of 16 outputs alone.</summary>
    public void RunGroup(ReadOnlySpan<int> inputs, WordBuffer words, WeightStreams weights, int group, Span<int> outputs) =>
        Run(KernelTier.Current, inputs, words, weights, group..(group + 1), outputs);

    internal void Run(
        VectorTier tier, ReadOnlySpan<int> inputs, WordBuffer words, WeightStreams weights, Range groups, Span<int> outputs)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(weights);
        _map.Place(inputs, words, weights.WordsPerNumber);
        (int firstGroup, int groupCount) = groups.GetOffsetAndLength(weights.Groups);
        for (int group = firstGroup; group < firstGroup + groupCount; group++)
        {
            _sums.Span.Clear();
            switch (tier)
            {
                case VectorTier.Bits512:
                    Sum<LaneTier512, Vector512<uint>>(tier, weights, group);
                    break;
                case VectorTier.Bits256:
                    Sum<LaneTier256, Vector256<uint>>(tier, weights, group);
                    break;
                case VectorTier.Bits128:
                    Sum<LaneTier128, Vector128<uint>>(tier, weights, group);
                    break;
                default:
                    Sum<LaneTierScalar, uint>(tier, weights, group);
                    break;
            }

            Collect(group * Lanes, weights.IsPaired, outputs);
        }
    }

    private void Sum<TTier, TVector>(VectorTier tier, WeightStreams weights, int group)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        if (weights.IsPaired)
        {
            Sum<TTier, TVector, PairedWords>(tier, weights, group);
        }
        else
        {
            Sum<TTier, TVector, SingleWords>(tier, weights, group);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum<TTier, TVector, TOrder>(VectorTier tier, WeightStreams weights, int group)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
        where TOrder : struct, IWordOrder
    {
        int vectors = weights.VectorsPerNumber;
        nint row = (nint)group * weights.RowsPerGroup * Lanes;
        int channels = _shape.Positions == 1
            ? _shape.Channels
            : Math.Max(1, CachedWords / (_shape.KernelHeight * _shape.KernelWidth * vectors * Lanes));
        for (int channel = 0; channel < _shape.Channels; channel += channels)
        {
            int* sums = (int*)_sums.Words;
            for (int y = 0; y < _shape.OutputHeight; y++, sums += _shape.OutputWidth * Lanes)
            {
                WindowLists lists = _lister.List(tier, y, channel, Math.Min(channel + channels, _shape.Channels));
                ProductSumKernel.Add<TTier, TVector, TOrder>(
                    in lists, weights.Words.Words + (row * vectors), weights.Negative.Words + row, vectors, sums);
            }
        }
    }

    /// <summary>Brings the sums of a group to their outputs.</summary>
    private void Collect(int firstOutput, bool isPaired, Span<int> outputs)
    {
        int positions = _shape.Positions;
        int lanesPerOutput = isPaired ? 2 : 1;
        int last = Math.Min(_shape.Outputs, firstOutput + (Lanes / lanesPerOutput));
        for (int output = firstOutput; output < last; output++)
        {
            int* sums = (int*)_sums.Words + ((output - firstOutput) * lanesPerOutput);
            Span<int> results = outputs.Slice(output * positions, positions);
            for (int position = 0; position < results.Length; position++, sums += Lanes)
            {
                results[position] = isPaired ? sums[0] + sums[1] : sums[0];
            }
        }
    }
}
