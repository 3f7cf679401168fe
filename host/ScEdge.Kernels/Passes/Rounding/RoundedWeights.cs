using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// The weights of a layer as integers, laid out for the kernels.
/// </summary>
public sealed class RoundedWeights
{
    private readonly WindowShape _shape;
    private readonly bool _isTransposed;

    /// <summary>Makes room for the weights of a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
    public RoundedWeights(WindowShape shape, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;

        // A dense layer takes images for rows and outputs for columns.
        _isTransposed = forward && shape.IsDense;
        Stride = ExactMatrix.Stride(_isTransposed ? shape.Outputs : shape.Taps);
        Numbers = new double[(_isTransposed ? shape.Taps : shape.Outputs) * Stride];
    }

    /// <summary>Gets the numbers from one row to the next.</summary>
    internal int Stride { get; }

    /// <summary>Gets a row for each output; for each tap in the forward pass of a dense layer. The backing array.</summary>
    internal double[] Numbers { get; }

    /// <summary>Lays out successive weights.</summary>
    /// <param name="first">Index of the first.</param>
    /// <param name="weights">Registers.</param>
    /// <param name="scale">Scale of the tensor.</param>
    public void Fill(int first, ReadOnlySpan<int> weights, FullScale scale)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            (int output, int tap) = Math.DivRem(first + i, _shape.Taps);
            int place = _isTransposed ? (tap * Stride) + output : (output * Stride) + tap;
            OperandKernel.Convert(weights.Slice(i, 1), scale, Numbers.AsSpan(place, 1));
        }
    }
}
