using System;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// A dense (fully connected) layer on a block of 16 images: forward, input gradient and weight gradient.
/// </summary>
/// <remarks>
/// Input [Inputs][16], output [Outputs][16], weights [Outputs][Inputs]: output = weights * input + bias. The weight gradient
/// turns the input round to [16][Inputs] first: with inputs in the lanes it is the same sum over taps, the 16 images being
/// the taps, and needs no sum across lanes. Every number is one chain of fused multiply-adds.
/// The object holds tables only and may be shared by threads.
/// </remarks>
public sealed unsafe class DenseKernel
{
    private readonly int[] _inputVectors;
    private readonly int[] _inputNumbers;
    private readonly int[] _outputVectors;
    private readonly int[] _outputRows;
    private readonly int[] _images;
    private readonly int[] _imageRows;

    /// <summary>Prepares the tables of taps.</summary>
    /// <param name="inputs">Number of inputs, at least 1.</param>
    /// <param name="outputs">Number of outputs, at least 1.</param>
    public DenseKernel(int inputs, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        Inputs = inputs;
        Outputs = outputs;
        _inputVectors = Multiples(inputs, LaneVector.Count);
        _inputNumbers = Multiples(inputs, 1);
        _outputVectors = Multiples(outputs, LaneVector.Count);
        _outputRows = Multiples(outputs, inputs);
        _images = Multiples(LaneVector.Count, 1);
        _imageRows = Multiples(LaneVector.Count, TurnedStride);
    }

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>Inputs rounded up to whole vectors: the least distance of rows of the weight gradient.</summary>
    public int TurnedStride => LaneVector.RoundUp(Inputs);

    /// <summary>Floats that the weight gradient needs as scratch memory: [16][TurnedStride].</summary>
    public int TurnedLength => LaneVector.Count * TurnedStride;

    /// <summary>Computes the output.</summary>
    /// <param name="input">Input.</param>
    /// <param name="weights">Weights.</param>
    /// <param name="bias">A bias per output.</param>
    /// <param name="output">Receives the output.</param>
    public void Forward(
        ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output)
    {
        Require.Length(input, Inputs * LaneVector.Count);
        Require.Length(weights, Inputs * Outputs);
        Require.Length(bias, Outputs);
        Require.Length(output, Outputs * LaneVector.Count);
        fixed (float* x = input, w = weights, b = bias, y = output)
        {
            Sum(_inputVectors, _inputNumbers, Inputs, Outputs, 1, x, w, b, y, LaneVector.Count);
        }
    }

    /// <summary>Computes the gradient of the loss with respect to the input.</summary>
    /// <param name="outputGradient">Gradient of the output.</param>
    /// <param name="weights">Weights.</param>
    /// <param name="inputGradient">Receives the gradient.</param>
    public void InputGradient(
        ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> weights, Span<float> inputGradient)
    {
        Require.Length(outputGradient, Outputs * LaneVector.Count);
        Require.Length(weights, Inputs * Outputs);
        Require.Length(inputGradient, Inputs * LaneVector.Count);
        fixed (float* dy = outputGradient, w = weights, dx = inputGradient)
        {
            Sum(_outputVectors, _outputRows, 1, Inputs, 1, dy, w, null, dx, LaneVector.Count);
        }
    }

    /// <summary>Computes the gradient with respect to weights and bias, summed over the 16 images in order.</summary>
    /// <param name="input">Input.</param>
    /// <param name="outputGradient">Gradient of the output; zero in lanes that hold no image.</param>
    /// <param name="turned">Scratch memory of <see cref="TurnedLength"/> floats, zero before its first use.</param>
    /// <param name="weightGradient">Receives [Outputs][<see cref="TurnedStride"/>], zero behind the last input.</param>
    /// <param name="biasGradient">Receives the gradient of the bias.</param>
    public void WeightGradient(
        ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient, Span<float> turned,
        Span<float> weightGradient, Span<float> biasGradient)
    {
        Require.Length(input, Inputs * LaneVector.Count);
        Require.Length(outputGradient, Outputs * LaneVector.Count);
        Require.Length(turned, TurnedLength);
        Require.Length(weightGradient, Outputs * TurnedStride);
        Require.Length(biasGradient, Outputs);
        Turn(input, turned);

        fixed (float* x = turned, dy = outputGradient, dw = weightGradient)
        {
            Sum(_imageRows, _images, LaneVector.Count, Outputs, TurnedStride / LaneVector.Count, x, dy, null, dw, TurnedStride);
        }

        LaneReduction.SumRows(outputGradient, LaneVector.Count, biasGradient[..Outputs]);
    }

    private static int[] Multiples(int count, int factor)
    {
        int[] multiples = new int[count];
        for (int i = 0; i < count; i++)
        {
            multiples[i] = i * factor;
        }

        return multiples;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Sum(
        int[] inputOffsets, int[] weightOffsets, int weightStride, int outputs, int columns,
        float* input, float* weights, float* bias, float* output, int outputStride)
    {
        fixed (int* io = inputOffsets, wo = weightOffsets)
        {
            TapSum sum = new()
            {
                InputOffsets = io,
                WeightOffsets = wo,
                WeightStride = weightStride,
                OutputStride = outputStride,
            };
            for (int o = 0, height; o < outputs; o += height)
            {
                height = BlockHeight.Next(outputs - o);
                sum.Run(
                    height, columns, 0, inputOffsets.Length, input, weights + (o * weightStride),
                    bias is null ? null : bias + o, output + (o * outputStride));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Turn(ReadOnlySpan<float> input, Span<float> turned)
    {
        for (int image = 0; image < LaneVector.Count; image++)
        {
            Span<float> row = turned.Slice(image * TurnedStride, Inputs);
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = input[(i * LaneVector.Count) + image];
            }
        }
    }
}
