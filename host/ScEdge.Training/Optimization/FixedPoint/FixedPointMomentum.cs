using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// v &lt;- SR(mu v + g); w &lt;- SR(w - rate lambda w - rate v), with the new v.
/// </summary>
internal sealed class FixedPointMomentum(Parameter parameter, uint index, OptimizerSettings settings, int weightFractionBits, int gradientBits)
    : FixedPointTensor(parameter, index, settings, weightFractionBits, gradientBits, auxiliaryCount: 1)
{
    /// <inheritdoc/>
    protected override uint Update(int start, int end)
    {
        Span<short> momentum = Auxiliaries[0].AsSpan(start..end);
        RoundedMove move = new(1.0 - (Settings.MomentumDecay / 65536.0), GradientGain, -AuxiliaryLimit, AuxiliaryLimit, Key(1));
        uint maximum = RoundedMoveKernel.Add(momentum, Gradient.Values.AsSpan(start..end), move, (uint)start);
        RoundedMoveKernel.Add(Weights.AsSpan(start..end), momentum, WeightMove(ScaleOr(0)), (uint)start);
        return maximum;
    }
}
