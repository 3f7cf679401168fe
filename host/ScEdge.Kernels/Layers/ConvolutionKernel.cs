using System;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// A convolution layer on a block of 16 images: forward, input gradient and weight gradient.
/// </summary>
/// <remarks>
/// <para>Shapes, images innermost: input [InputChannels][InputHeight][InputWidth][16], output likewise, weights
/// [OutputChannels][InputChannels][KernelSize][KernelSize] as in PyTorch. As there, the kernel is not mirrored:
/// output[o][y][x] = bias[o] + sum over c, i, j of weights[o][c][i][j] * input[c][y + i - Padding][x + j - Padding].</para>
/// <para>A tap is one (channel, kernel row, kernel column). Taps are visited kernel row by kernel row, so that an output
/// row which hangs over the upper or lower edge takes a contiguous range of them; zeros at the left and right are read
/// from a padded copy. The input gradient is the same sum over the output gradient with the kernel turned by 180
/// degrees. Every number is one chain of fused multiply-adds in this order.</para>
/// <para>The object holds tables only and may be shared by threads.</para>
/// </remarks>
public sealed unsafe class ConvolutionKernel
{
    private readonly int[] _forwardInputs;
    private readonly int[] _forwardWeights;
    private readonly int[] _backwardInputs;
    private readonly int[] _backwardWeights;
    private readonly int[] _weightTaps;

    /// <summary>Prepares the tables of taps.</summary>
    /// <param name="shape">Sizes of the layer.</param>
    public ConvolutionKernel(ConvolutionShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        PaddedInput = new PaddedMap(shape.InputChannels, shape.InputHeight, shape.InputWidth, shape.Padding);
        PaddedGradient = new PaddedMap(
            shape.OutputChannels, shape.OutputHeight, shape.OutputWidth, shape.KernelSize - 1 - shape.Padding);
        int size = shape.KernelSize;
        int square = size * size;
        _forwardInputs = new int[size * shape.InputChannels * size];
        _forwardWeights = new int[_forwardInputs.Length];
        _weightTaps = new int[_forwardInputs.Length];
        _backwardInputs = new int[size * shape.OutputChannels * size];
        _backwardWeights = new int[_backwardInputs.Length];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                for (int channel = 0; channel < shape.InputChannels; channel++)
                {
                    int tap = (((row * shape.InputChannels) + channel) * size) + column;
                    int weight = (channel * square) + (row * size) + column;
                    _forwardInputs[tap] = PaddedInput.Offset(channel, row, column);
                    _forwardWeights[tap] = weight;
                    _weightTaps[weight] = _forwardInputs[tap];
                }

                for (int channel = 0; channel < shape.OutputChannels; channel++)
                {
                    int tap = (((row * shape.OutputChannels) + channel) * size) + column;
                    _backwardInputs[tap] = PaddedGradient.Offset(channel, row, column);
                    _backwardWeights[tap] = (channel * shape.WeightsPerOutput) + square - 1 - (row * size) - column;
                }
            }
        }
    }

    /// <summary>Sizes of the layer.</summary>
    public ConvolutionShape Shape { get; }

    /// <summary>The input with its border of zeros, as <see cref="Forward"/> and <see cref="WeightGradient"/> read it.</summary>
    public PaddedMap PaddedInput { get; }

    /// <summary>The output gradient with its border of zeros, as <see cref="InputGradient"/> reads it.</summary>
    public PaddedMap PaddedGradient { get; }

    /// <summary>Computes the output.</summary>
    /// <param name="paddedInput">Input in the layout of <see cref="PaddedInput"/>.</param>
    /// <param name="weights">Weights.</param>
    /// <param name="bias">A bias per output channel.</param>
    /// <param name="output">Receives the output.</param>
    public void Forward(
        ReadOnlySpan<float> paddedInput, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output)
    {
        Require.Length(paddedInput, PaddedInput.Length);
        Require.Length(weights, Shape.OutputChannels * Shape.WeightsPerOutput);
        Require.Length(bias, Shape.OutputChannels);
        Require.Length(output, Shape.OutputLength);
        fixed (float* w = weights, b = bias)
        {
            Correlate(
                paddedInput, PaddedInput, _forwardInputs, w, _forwardWeights, Shape.WeightsPerOutput, b,
                output, Shape.OutputChannels, Shape.OutputHeight, Shape.OutputWidth);
        }
    }

    /// <summary>Computes the gradient of the loss with respect to the input.</summary>
    /// <param name="paddedOutputGradient">Gradient of the output in the layout of <see cref="PaddedGradient"/>.</param>
    /// <param name="weights">Weights.</param>
    /// <param name="inputGradient">Receives the gradient, without border.</param>
    public void InputGradient(
        ReadOnlySpan<float> paddedOutputGradient, ReadOnlySpan<float> weights, Span<float> inputGradient)
    {
        Require.Length(paddedOutputGradient, PaddedGradient.Length);
        Require.Length(weights, Shape.OutputChannels * Shape.WeightsPerOutput);
        Require.Length(inputGradient, Shape.InputLength);
        fixed (float* w = weights)
        {
            Correlate(
                paddedOutputGradient, PaddedGradient, _backwardInputs, w, _backwardWeights,
                Shape.KernelSize * Shape.KernelSize, null,
                inputGradient, Shape.InputChannels, Shape.InputHeight, Shape.InputWidth);
        }
    }

    /// <summary>Computes the gradient with respect to weights and bias, summed over the 16 lanes.</summary>
    /// <param name="paddedInput">Input in the layout of <see cref="PaddedInput"/>.</param>
    /// <param name="outputGradient">Gradient of the output, without border; zero in lanes that hold no image.</param>
    /// <param name="weightGradient">Receives the gradient, a row per output channel.</param>
    /// <param name="gradientStride">Floats from row to row of <paramref name="weightGradient"/>.</param>
    /// <param name="biasGradient">Receives the gradient of the bias.</param>
    public void WeightGradient(
        ReadOnlySpan<float> paddedInput, ReadOnlySpan<float> outputGradient,
        Span<float> weightGradient, int gradientStride, Span<float> biasGradient)
    {
        Require.Length(paddedInput, PaddedInput.Length);
        Require.Length(outputGradient, Shape.OutputLength);
        Require.Length(weightGradient, ((Shape.OutputChannels - 1) * gradientStride) + Shape.WeightsPerOutput);
        Require.Length(biasGradient, Shape.OutputChannels);
        int outputStride = Shape.OutputHeight * Shape.OutputWidth * LaneVector.Count;
        fixed (float* x = paddedInput, dy = outputGradient, dw = weightGradient)
        fixed (int* taps = _weightTaps)
        {
            TapGradient gradient = new()
            {
                TapOffsets = taps,
                Rows = Shape.OutputHeight,
                Columns = Shape.OutputWidth,
                InputRowStride = PaddedInput.RowStride,
                OutputStride = outputStride,
                GradientStride = gradientStride,
            };
            for (int o = 0, height; o < Shape.OutputChannels; o += height)
            {
                height = BlockHeight.Next(Shape.OutputChannels - o);
                gradient.Run(height, _weightTaps.Length, x, dy + (o * outputStride), dw + (o * gradientStride));
            }
        }

        LaneReduction.SumRows(outputGradient, outputStride, biasGradient[..Shape.OutputChannels]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Correlate(
        ReadOnlySpan<float> padded, PaddedMap map, int[] inputOffsets, float* weights, int[] weightOffsets,
        int weightStride, float* bias, Span<float> output, int channels, int rows, int columns)
    {
        int rowLength = columns * LaneVector.Count;
        int tapsPerKernelRow = inputOffsets.Length / Shape.KernelSize;
        fixed (float* input = padded, results = output)
        fixed (int* io = inputOffsets, wo = weightOffsets)
        {
            TapSum sum = new()
            {
                InputOffsets = io,
                WeightOffsets = wo,
                WeightStride = weightStride,
                OutputStride = rows * rowLength,
            };
            for (int y = 0; y < rows; y++)
            {
                int firstTap = Math.Max(0, map.Border - y) * tapsPerKernelRow;
                int endTap = Math.Min(Shape.KernelSize, map.Border + map.Height - y) * tapsPerKernelRow;
                for (int o = 0, height; o < channels; o += height)
                {
                    height = BlockHeight.Next(channels - o);
                    sum.Run(
                        height, columns, firstTap, endTap, input + (y * map.RowStride), weights + (o * weightStride),
                        bias is null ? null : bias + o, results + (((o * rows) + y) * rowLength));
                }
            }
        }
    }
}
