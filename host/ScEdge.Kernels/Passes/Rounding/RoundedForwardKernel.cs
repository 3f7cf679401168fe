using System;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// Outputs of a layer in fixed point with stochastic rounding: the twin of <see cref="RoundedLayer.Forward"/>, for a block of images.
/// </summary>
public sealed unsafe class RoundedForwardKernel
{
    private readonly WindowShape _shape;
    private readonly WindowMatrix? _windows;
    private readonly double[] _inputs;
    private readonly double[] _sums;

    /// <summary>Makes room.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="blockLength">Most images of a block.</param>
    public RoundedForwardKernel(WindowShape shape, int blockLength)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _windows = shape.IsDense ? null : new WindowMatrix(shape);
        _inputs = new double[shape.InputCount * (shape.IsDense ? blockLength : 1)];
        _sums = new double[shape.IsDense ? blockLength * ExactMatrix.Stride(shape.Outputs) : shape.Outputs * ExactMatrix.Stride(shape.Positions)];
    }

    /// <summary>Computes the outputs of a block.</summary>
    /// <param name="inputs">Inputs of each image.</param>
    /// <param name="scales">Their scales, one for each image of the block.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="length">N.</param>
    /// <param name="keys">Key of the random words of each image.</param>
    /// <param name="outputs">Receive the outputs.</param>
    public void Run(
        int[][] inputs, ReadOnlySpan<FullScale> scales, RoundedWeights weights, int length, ReadOnlySpan<ulong> keys, int[][] outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(outputs);
        int digits = RoundedLayer.DroppedDigits(length);
        if (_windows is null)
        {
            MultiplyDense(inputs, scales, weights);
        }

        for (int i = 0; i < keys.Length; i++)
        {
            if (_windows is not null)
            {
                OperandKernel.Convert(inputs[i], scales[i], _inputs);
                _windows.Spread(_inputs);
                fixed (double* a = weights.Numbers, b = _windows.Numbers, c = _sums)
                {
                    ExactMatrix.Multiply(a, weights.Stride, 1, b, c, _shape.Outputs, _shape.Taps, _windows.Stride);
                }
            }

            Round(digits, keys[i], i, outputs[i]);
        }
    }

    private void MultiplyDense(int[][] inputs, ReadOnlySpan<FullScale> scales, RoundedWeights weights)
    {
        int count = _shape.InputCount;
        for (int i = 0; i < scales.Length; i++)
        {
            OperandKernel.Convert(inputs[i], scales[i], _inputs.AsSpan(i * count, count));
        }

        fixed (double* a = _inputs, b = weights.Numbers, c = _sums)
        {
            ExactMatrix.Multiply(a, count, 1, b, c, scales.Length, count, weights.Stride);
        }
    }

    private void Round(int digits, ulong key, int image, Span<int> outputs)
    {
        if (_windows is null)
        {
            RoundedSumKernel.Round(_sums.AsSpan(image * ExactMatrix.Stride(_shape.Outputs), _shape.Outputs), digits, key, 0, outputs);
            return;
        }

        int positions = _shape.Positions;
        for (int first = 0, output = 0; output < _shape.Outputs; output++, first += positions)
        {
            RoundedSumKernel.Round(_sums.AsSpan(output * _windows.Stride, positions), digits, key, (uint)first, outputs.Slice(first, positions));
        }
    }
}
