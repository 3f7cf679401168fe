using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The errors of a product layer's inputs for one image: the twin of <see cref="ProductLayer.Backward"/>.
/// </summary>
/// <remarks>Holds memory to work in: one object for each thread.</remarks>
public sealed unsafe class BackwardKernel
{
    private const int Lanes = ProductSumKernel.Lanes;

    private readonly WindowShape _shape;
    private readonly int _paddedWidth;
    private readonly int _groups;

    // Sums [padded row][padded column][channel].
    private readonly WordBuffer _sums;

    /// <summary>Makes the kernel of a layer.</summary>
    public BackwardKernel(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _paddedWidth = shape.Width + (2 * shape.Padding);
        _groups = (shape.Channels + Lanes - 1) / Lanes;
        _sums = new WordBuffer((shape.Height + (2 * shape.Padding)) * _paddedWidth * _groups * Lanes);
    }

    /// <summary>Computes the errors of all inputs.</summary>
    /// <param name="errors">Errors of the outputs, for signs and zeros.</param>
    /// <param name="words">Words of their streams, number by number.</param>
    /// <param name="weights">Streams of the weights, laid out for the backward pass.</param>
    /// <param name="inputErrors">Receives the sums.</param>
    public void Run(ReadOnlySpan<int> errors, WordBuffer words, WeightStreams weights, Span<int> inputErrors) =>
        Run(KernelTier.Current, errors, words, weights, inputErrors);

    internal void Run(VectorTier tier, ReadOnlySpan<int> errors, WordBuffer words, WeightStreams weights, Span<int> inputErrors)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(weights);
        _sums.Span.Clear();
        switch (tier)
        {
            case VectorTier.Bits512:
                Scatter<LaneTier512, Vector512<uint>>(errors, words, weights);
                break;
            case VectorTier.Bits256:
                Scatter<LaneTier256, Vector256<uint>>(errors, words, weights);
                break;
            case VectorTier.Bits128:
                Scatter<LaneTier128, Vector128<uint>>(errors, words, weights);
                break;
            default:
                Scatter<LaneTierScalar, uint>(errors, words, weights);
                break;
        }

        Collect(inputErrors);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scatter<TTier, TVector>(ReadOnlySpan<int> errors, WordBuffer words, WeightStreams weights)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        int stride = weights.WordsPerNumber;
        int positions = _shape.Positions;
        int kernel = _shape.KernelHeight * _shape.KernelWidth;
        int vectorLanes = sizeof(TVector) / sizeof(uint);
        int* sums = (int*)_sums.Words;
        for (int number = 0; number < errors.Length; number++)
        {
            if (errors[number] == 0)
            {
                continue;
            }

            uint sign = (uint)(errors[number] >> 31);
            uint* error = words.Words + ((nint)number * stride);
            int position = number % positions;
            int y = position / _shape.OutputWidth;
            int x = position % _shape.OutputWidth;
            nint row = (nint)(number / positions) * kernel * _groups * Lanes;
            for (int ky = 0; ky < _shape.KernelHeight; ky++)
            {
                int* target = sums + ((((nint)(y + ky) * _paddedWidth) + x) * _groups * Lanes);
                for (int lane = 0; lane < _shape.KernelWidth * _groups * Lanes; lane += Lanes)
                {
                    for (int part = 0; part < Lanes; part += vectorLanes)
                    {
                        ScatterKernel.Add<TTier, TVector>(
                            error,
                            sign,
                            weights.Words.Words + (row * stride) + part,
                            weights.Negative.Words + row + part,
                            Lanes,
                            stride,
                            digit: 0,
                            target + lane + part);
                    }

                    row += Lanes;
                }
            }
        }
    }

    private void Collect(Span<int> inputErrors)
    {
        int index = 0;
        int* sums = (int*)_sums.Words;
        for (int channel = 0; channel < _shape.Channels; channel++)
        {
            for (int y = 0; y < _shape.Height; y++)
            {
                for (int x = 0; x < _shape.Width; x++, index++)
                {
                    nint place = ((nint)(y + _shape.Padding) * _paddedWidth) + x + _shape.Padding;
                    inputErrors[index] = sums[(place * _groups * Lanes) + channel];
                }
            }
        }
    }
}
