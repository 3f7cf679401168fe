using System;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// Errors of a layer's inputs in fixed point with stochastic rounding: the twin of <see cref="RoundedLayer.Backward"/>.
/// </summary>
public sealed unsafe class RoundedBackwardKernel
{
    private readonly WindowShape _shape;
    private readonly WindowMatrix? _windows;
    private readonly int _stride;
    private readonly double[] _errors;
    private readonly double[] _sums;

    /// <summary>Makes room.</summary>
    /// <param name="shape">Windows.</param>
    public RoundedBackwardKernel(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _windows = shape.IsDense ? null : new WindowMatrix(shape);
        _stride = ExactMatrix.Stride(shape.Positions);
        _errors = new double[shape.IsDense ? shape.Outputs : shape.Outputs * _stride];
        _sums = new double[ExactMatrix.Stride(shape.InputCount)];
    }

    /// <summary>Computes the errors of the inputs of an image.</summary>
    /// <param name="errors">Errors of the outputs.</param>
    /// <param name="scale">Their scale.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="length">N.</param>
    /// <param name="key">Key of the random words.</param>
    /// <param name="inputErrors">Receives the errors of the inputs.</param>
    public void Run(ReadOnlySpan<int> errors, FullScale scale, RoundedWeights weights, int length, ulong key, Span<int> inputErrors)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (_windows is null)
        {
            OperandKernel.Convert(errors, scale, _errors);
            fixed (double* a = _errors, b = weights.Numbers, c = _sums)
            {
                ExactMatrix.Multiply(a, _shape.Outputs, 1, b, c, 1, _shape.Outputs, weights.Stride);
            }
        }
        else
        {
            int positions = _shape.Positions;
            for (int output = 0; output < _shape.Outputs; output++)
            {
                OperandKernel.Convert(errors.Slice(output * positions, positions), scale, _errors.AsSpan(output * _stride, positions));
            }

            fixed (double* a = weights.Numbers, b = _errors, c = _windows.Numbers)
            {
                ExactMatrix.Multiply(a, 1, weights.Stride, b, c, _shape.Taps, _shape.Outputs, _stride);
            }

            _windows.Gather(_sums.AsSpan(0, _shape.InputCount));
        }

        RoundedSumKernel.Round(_sums.AsSpan(0, _shape.InputCount), RoundedLayer.DroppedDigits(length), key, 0, inputErrors);
    }
}
