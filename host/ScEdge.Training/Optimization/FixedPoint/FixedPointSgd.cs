using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// w &lt;- SR(w - rate lambda w - rate g).
/// </summary>
internal sealed class FixedPointSgd(StepTensor tensor, uint index, OptimizerSettings settings) : FixedPointTensor(tensor, index, settings)
{
    /// <inheritdoc/>
    public override uint Update(int start, int end, int[] saturations)
    {
        Span<short> weights = Circuit.Weights.AsSpan(start..end);
        ReadOnlySpan<short> gradients = Gradient.Values.AsSpan(start..end);
        RoundedMoveKernel.Add(weights, gradients, WeightMove(Gradient.FractionBits), (uint)start, ref saturations[0]);
        return 0;
    }
}
