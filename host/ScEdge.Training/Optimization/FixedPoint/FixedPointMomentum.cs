using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// v &lt;- SR(mu v + g); w &lt;- SR(w - rate lambda w - rate v), with the new v.
/// </summary>
internal sealed class FixedPointMomentum(StepTensor tensor, uint index, OptimizerSettings settings) : FixedPointTensor(tensor, index, settings)
{
    /// <inheritdoc/>
    public override uint Update(int start, int end, int[] saturations)
    {
        Span<short> momentum = Circuit.Auxiliary(0).AsSpan(start..end);
        int limit = Circuit.AuxiliaryLimit;
        RoundedMove move = new(1.0 - (Settings.MomentumDecay / 65536.0), GradientGain, -limit, limit, Key(1));
        uint maximum = RoundedMoveKernel.Add(momentum, Gradient.Values.AsSpan(start..end), move, (uint)start, ref saturations[0]);
        RoundedMoveKernel.Add(Circuit.Weights.AsSpan(start..end), momentum, WeightMove(ScaleOr(0)), (uint)start, ref saturations[1]);
        return maximum;
    }
}
