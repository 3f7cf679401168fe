using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Maximum pooling over squares of 2 x 2 with stride 2 on a block of 16 images.
/// </summary>
/// <remarks>
/// A last odd row or column is left out, as PyTorch does. The gradient goes to the first of equal maxima in the order
/// upper left, upper right, lower left, lower right.
/// </remarks>
public sealed unsafe class MaxPoolingKernel
{
    /// <summary>Keeps the sizes.</summary>
    /// <param name="channels">Channels.</param>
    /// <param name="height">Rows of the input, at least 2.</param>
    /// <param name="width">Columns of the input, at least 2.</param>
    public MaxPoolingKernel(int channels, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        Channels = channels;
        Height = height;
        Width = width;
    }

    /// <summary>Channels.</summary>
    public int Channels { get; }

    /// <summary>Rows of the input.</summary>
    public int Height { get; }

    /// <summary>Columns of the input.</summary>
    public int Width { get; }

    /// <summary>Rows of the output.</summary>
    public int OutputHeight => Height / 2;

    /// <summary>Columns of the output.</summary>
    public int OutputWidth => Width / 2;

    private int InputLength => Channels * Height * Width * LaneVector.Count;

    private int OutputLength => Channels * OutputHeight * OutputWidth * LaneVector.Count;

    /// <summary>Takes the maxima.</summary>
    /// <param name="input">[Channels][Height][Width][16].</param>
    /// <param name="output">Receives [Channels][Height / 2][Width / 2][16].</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        Require.Length(input, InputLength);
        Require.Length(output, OutputLength);
        int row = Width * LaneVector.Count;
        fixed (float* x = input, results = output)
        {
            float* y = results;
            for (int pair = 0; pair < Channels * OutputHeight; pair++)
            {
                float* upper = x + UpperRow(pair);
                for (float* end = y + (OutputWidth * LaneVector.Count); y < end; y += LaneVector.Count)
                {
                    Vector512<float> top = Larger(Vector512.Load(upper), Vector512.Load(upper + LaneVector.Count));
                    Vector512<float> bottom =
                        Larger(Vector512.Load(upper + row), Vector512.Load(upper + row + LaneVector.Count));
                    Larger(top, bottom).Store(y);
                    upper += 2 * LaneVector.Count;
                }
            }
        }
    }

    /// <summary>Sends each gradient back to where the maximum was.</summary>
    /// <param name="input">Input of <see cref="Forward"/>.</param>
    /// <param name="output">Output of <see cref="Forward"/>.</param>
    /// <param name="outputGradient">Gradient of the output.</param>
    /// <param name="inputGradient">Receives the gradient; a row or column that is left out is not written.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Backward(
        ReadOnlySpan<float> input, ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient)
    {
        Require.Length(input, InputLength);
        Require.Length(output, OutputLength);
        Require.Length(outputGradient, OutputLength);
        Require.Length(inputGradient, InputLength);
        int row = Width * LaneVector.Count;
        fixed (float* x = input, y = output, dy = outputGradient, dx = inputGradient)
        {
            int position = 0;
            for (int pair = 0; pair < Channels * OutputHeight; pair++)
            {
                int upper = UpperRow(pair);
                for (int column = 0; column < OutputWidth; column++)
                {
                    Vector512<float> maximum = Vector512.Load(y + position);
                    Vector512<float> left = Vector512.Load(dy + position);
                    left = Give(x, dx, upper, maximum, left);
                    left = Give(x, dx, upper + LaneVector.Count, maximum, left);
                    left = Give(x, dx, upper + row, maximum, left);
                    Give(x, dx, upper + row + LaneVector.Count, maximum, left);
                    upper += 2 * LaneVector.Count;
                    position += LaneVector.Count;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Larger(Vector512<float> first, Vector512<float> second)
        => Vector512.ConditionalSelect(Vector512.GreaterThan(second, first), second, first);

    /// <summary>Stores the gradient where this input is the maximum and returns it where it is still to be given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Give(
        float* input, float* inputGradient, int offset, Vector512<float> maximum, Vector512<float> gradient)
    {
        Vector512<float> hit = Vector512.Equals(Vector512.Load(input + offset), maximum);
        (gradient & hit).Store(inputGradient + offset);
        return Vector512.AndNot(gradient, hit);
    }

    private int UpperRow(int pair)
    {
        int channel = pair / OutputHeight;
        int row = 2 * (pair - (channel * OutputHeight));
        return ((channel * Height) + row) * Width * LaneVector.Count;
    }
}
