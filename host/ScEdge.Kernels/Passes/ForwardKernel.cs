using System;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The sums of a product layer's windows for one image: the twin of <see cref="ProductLayer.Forward"/>.
/// </summary>
/// <remarks>Holds memory to work in: one object for each thread.</remarks>
public sealed unsafe class ForwardKernel
{
    private readonly WindowShape _shape;
    private readonly int _paddedHeight;
    private readonly int _paddedWidth;

    // Index of a number in the padded map, or -1 where there is nothing to add.
    private readonly int[] _places;
    private readonly int[] _taps;
    private readonly int[] _offsets;
    private readonly uint[] _signs;

    /// <summary>Makes the kernel of a layer.</summary>
    public ForwardKernel(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _paddedHeight = shape.Height + (2 * shape.Padding);
        _paddedWidth = shape.Width + (2 * shape.Padding);
        _places = new int[shape.Channels * _paddedHeight * _paddedWidth];
        Array.Fill(_places, -1);
        _taps = new int[shape.Taps];
        _offsets = new int[shape.Taps];
        _signs = new uint[shape.Taps];
    }

    /// <summary>Computes the sums of all windows.</summary>
    /// <param name="inputs">The input map, for signs and zeros.</param>
    /// <param name="words">Words of its streams, number by number.</param>
    /// <param name="weights">Streams of the weights.</param>
    /// <param name="bias">Bias of each output in steps of the sum.</param>
    /// <param name="outputs">Receives the sums, [output][window].</param>
    public void Run(ReadOnlySpan<int> inputs, WordBuffer words, WeightStreams weights, ReadOnlySpan<int> bias, Span<int> outputs)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Run(KernelTier.Current, inputs, words, weights, bias, .., outputs);
    }

    /// <summary>As the other, for some groups of 16 outputs alone.</summary>
    public void RunGroup(
        ReadOnlySpan<int> inputs, WordBuffer words, WeightStreams weights, ReadOnlySpan<int> bias, int group, Span<int> outputs) =>
        Run(KernelTier.Current, inputs, words, weights, bias, group..(group + 1), outputs);

    internal void Run(
        VectorTier tier, ReadOnlySpan<int> inputs, WordBuffer words, WeightStreams weights, ReadOnlySpan<int> bias, Range groups, Span<int> outputs)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(weights);
        switch (tier)
        {
            case VectorTier.Bits512:
                Run<LaneTier512, Vector512<uint>>(inputs, words, weights, bias, groups, outputs);
                break;
            case VectorTier.Bits256:
                Run<LaneTier256, Vector256<uint>>(inputs, words, weights, bias, groups, outputs);
                break;
            case VectorTier.Bits128:
                Run<LaneTier128, Vector128<uint>>(inputs, words, weights, bias, groups, outputs);
                break;
            default:
                Run<LaneTierScalar, uint>(inputs, words, weights, bias, groups, outputs);
                break;
        }
    }

    private void Run<TTier, TVector>(
        ReadOnlySpan<int> inputs, WordBuffer words, WeightStreams weights, ReadOnlySpan<int> bias, Range groups, Span<int> outputs)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        Place(inputs);
        int positions = _shape.Positions;
        int taps = _shape.Taps;
        int stride = weights.WordsPerNumber;
        int vectors = weights.VectorsPerNumber;
        (int firstGroup, int groupCount) = groups.GetOffsetAndLength(weights.Groups);
        int* sums = stackalloc int[ProductSumKernel.Lanes];
        fixed (int* tapsOfList = _taps, offsets = _offsets)
        fixed (uint* signs = _signs)
        {
            TapList list = new() { Taps = tapsOfList, Offsets = offsets, Signs = signs };
            for (int position = 0; position < positions; position++)
            {
                list.Count = Gather(inputs, position, stride);
                for (int group = firstGroup; group < firstGroup + groupCount; group++)
                {
                    nint row = (nint)group * taps * ProductSumKernel.Lanes;
                    uint* streams = weights.Words.Words + (row * vectors);
                    if (weights.IsPaired)
                    {
                        ProductSumKernel.Sum<TTier, TVector, PairedWords>(
                            in list, words.Words, streams, weights.Negative.Words + row, vectors, sums);
                        JoinPairs(sums);
                    }
                    else
                    {
                        ProductSumKernel.Sum<TTier, TVector, SingleWords>(
                            in list, words.Words, streams, weights.Negative.Words + row, vectors, sums);
                    }

                    int first = group * ProductSumKernel.Lanes;
                    int last = Math.Min(_shape.Outputs, first + ProductSumKernel.Lanes);
                    for (int output = first; output < last; output++)
                    {
                        outputs[(output * positions) + position] = sums[output - first] + bias[output];
                    }
                }
            }
        }
    }

    private static void JoinPairs(int* sums)
    {
        for (int output = 0; output < ProductSumKernel.Lanes / 2; output++)
        {
            sums[output] = sums[2 * output] + sums[(2 * output) + 1];
        }
    }

    /// <summary>Notes where in the padded map there are numbers other than zero.</summary>
    private void Place(ReadOnlySpan<int> inputs)
    {
        int index = 0;
        for (int channel = 0; channel < _shape.Channels; channel++)
        {
            for (int y = 0; y < _shape.Height; y++)
            {
                int place = (((channel * _paddedHeight) + y + _shape.Padding) * _paddedWidth) + _shape.Padding;
                for (int x = 0; x < _shape.Width; x++, index++)
                {
                    _places[place + x] = inputs[index] == 0 ? -1 : index;
                }
            }
        }
    }

    /// <summary>Lists the numbers other than zero of a window.</summary>
    private int Gather(ReadOnlySpan<int> inputs, int position, int stride)
    {
        int y = position / _shape.OutputWidth;
        int x = position % _shape.OutputWidth;
        int count = 0;
        int tap = 0;
        for (int channel = 0; channel < _shape.Channels; channel++)
        {
            for (int row = 0; row < _shape.KernelHeight; row++)
            {
                ReadOnlySpan<int> places = _places.AsSpan((((channel * _paddedHeight) + y + row) * _paddedWidth) + x, _shape.KernelWidth);
                for (int column = 0; column < places.Length; column++, tap++)
                {
                    int place = places[column];
                    if (place >= 0)
                    {
                        _taps[count] = tap;
                        _offsets[count] = place * stride;
                        _signs[count] = (uint)(inputs[place] >> 31);
                        count++;
                    }
                }
            }
        }

        return count;
    }
}
