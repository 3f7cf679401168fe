using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// w &lt;- SR(w - rate lambda w - rate g).
/// </summary>
internal sealed class FixedPointSgd(Parameter parameter, uint index, OptimizerSettings settings, int weightFractionBits, int gradientBits)
    : FixedPointTensor(parameter, index, settings, weightFractionBits, gradientBits, auxiliaryCount: 0)
{
    /// <inheritdoc/>
    protected override uint Update(int start, int end)
    {
        RoundedMoveKernel.Add(Weights.AsSpan(start..end), Gradient.Values.AsSpan(start..end), WeightMove(Gradient.FractionBits), (uint)start);
        return 0;
    }
}
