using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// m &lt;- SR(m - m/8 + g/8); a &lt;- SR(a - a 2^-k + |g| 2^-k), at least 1; w &lt;- SR(w - rate lambda w - rate clip(m/a, -1, 1)).
/// </summary>
/// <remarks>
/// The rule of <see cref="AdamOptimizer"/> with the exact quotient, rounded to a double: a mean magnitude a in the place of Adam's root mean
/// square, which starts at the first |g|.
/// </remarks>
internal sealed class FixedPointAdam(StepTensor tensor, uint index, OptimizerSettings settings) : FixedPointTensor(tensor, index, settings)
{
    private const double MeanShare = 1.0 / 8;

    /// <inheritdoc/>
    public override uint Update(int start, int end, int[] saturations)
    {
        ReadOnlySpan<short> gradients = Gradient.Values.AsSpan(start..end);
        Span<short> mean = Circuit.Auxiliary(0).AsSpan(start..end);
        Span<short> scale = Circuit.Auxiliary(1).AsSpan(start..end);
        int limit = Circuit.AuxiliaryLimit;
        RoundedMove meanMove = new(1.0 - MeanShare, GradientGain * MeanShare, -limit, limit, Key(1));
        uint meanMaximum = RoundedMoveKernel.Add(mean, gradients, meanMove, (uint)start, ref saturations[0]);

        // A scale of zero would ask for a division by zero; one step is the least that a register tells.
        double share = IsFirst ? 1.0 : Math.ScaleB(1.0, -Settings.ScaleShift);
        RoundedMove scaleMove = new(1.0 - share, GradientGain * share, 1, limit, Key(2));
        uint scaleMaximum = RoundedMoveKernel.AddMagnitudes(scale, gradients, scaleMove, (uint)start, ref saturations[1]);

        RoundedMoveKernel.AddQuotients(Circuit.Weights.AsSpan(start..end), mean, scale, WeightMove(0), (uint)start, ref saturations[2]);
        return Math.Max(meanMaximum, scaleMaximum);
    }
}
