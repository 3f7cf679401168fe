using System;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Tests.Optimization;

/// <summary>
/// Bounds: FP32 rounds every result by at most 2^-24 of it. An error in v lasts for 1 / (1 - mu) steps and is passed on to w by the rate.
/// </summary>
[Trait("Kind", "Unit")]
public sealed class SgdRuleTests
{
    private const double Unit = 1.0 / (1 << 24);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Step_ConstantGradient_FollowsTheClosedForm(double momentum)
    {
        // v_n = g (1 - mu^n) / (1 - mu); w_n = w_0 - rate g / (1 - mu) (n - mu (1 - mu^n) / (1 - mu)).
        const int steps = 50;
        const double rate = 1.0 / 32;
        using WorkerTeam team = new(1);
        RuleTrial trial = new(team);
        SgdRule rule = new(trial.Parameters, momentum, weightDecay: 0);
        for (uint step = 0; step < steps; step++)
        {
            trial.SetGradients(i => RuleTrial.Gradient(0, i));
            rule.Step(step, rate);
        }

        double rest = 1 - momentum;
        double factor = rate / rest * (steps - (momentum * (1 - Math.Pow(momentum, steps)) / rest));
        double bound = Bound(steps, rate, momentum, largestMove: factor);
        trial.AssertValues((w, i) => w - (factor * RuleTrial.Gradient(0, i)), bound);
    }

    [Fact]
    public void Step_WeightDecayWithoutGradient_ShrinksWeightsGeometrically()
    {
        const int steps = 40;
        using WorkerTeam team = new(1);
        RuleTrial trial = new(team);
        SgdRule rule = new(trial.Parameters, 0.9, weightDecay: 0.5);
        trial.SetGradients(_ => 0);
        for (uint step = 0; step < steps; step++)
        {
            rule.Step(step, 0.125);
        }

        trial.AssertValues((w, _) => w * Math.Pow(1 - 0.0625, steps), Bound(steps, 0.125, 0, 0));
    }

    [Theory]
    [InlineData(0.9, 0.0)]
    [InlineData(0.0, 0.01)]
    public void Step_ChangingGradients_IsTheDocumentedUpdateOfPyTorch(double momentum, double weightDecay)
    {
        // torch.optim.SGD of PyTorch 2 with dampening 0, nesterov off: g <- g + lambda w; b <- g at the first step, else mu b + g;
        // w <- w - rate b. With both momentum and decay ours differs on purpose: the decay does not pass through the momentum.
        const int steps = 60;
        const double rate = 1.0 / 16;
        using WorkerTeam team = new(1);
        RuleTrial trial = new(team);
        SgdRule rule = new(trial.Parameters, momentum, weightDecay);
        double[] weights = trial.InitialValues();
        double[] buffers = new double[weights.Length];
        for (int step = 0; step < steps; step++)
        {
            trial.SetGradients(i => RuleTrial.Gradient(step, i));
            rule.Step((uint)step, rate);
            for (int i = 0; i < weights.Length; i++)
            {
                double gradient = RuleTrial.Gradient(step, i) + (weightDecay * weights[i]);
                buffers[i] = step == 0 ? gradient : (momentum * buffers[i]) + gradient;
                weights[i] -= rate * buffers[i];
            }
        }

        trial.AssertValues((_, i) => weights[i], Bound(steps, rate, momentum, rate * steps / (1 - momentum)));
    }

    [Fact]
    public void Step_MomentumAndWeightDecay_KeepsTheDecayOutOfTheMomentum()
    {
        // As I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization" (ICLR 2019), algorithm 1.
        const int steps = 30;
        using WorkerTeam team = new(1);
        RuleTrial trial = new(team);
        SgdRule rule = new(trial.Parameters, 0.9, weightDecay: 0.25);
        double[] weights = trial.InitialValues();
        double[] velocities = new double[weights.Length];
        for (int step = 0; step < steps; step++)
        {
            trial.SetGradients(i => RuleTrial.Gradient(step, i));
            rule.Step((uint)step, 0.0625);
            for (int i = 0; i < weights.Length; i++)
            {
                velocities[i] = (0.9 * velocities[i]) + RuleTrial.Gradient(step, i);
                weights[i] -= 0.0625 * ((0.25 * weights[i]) + velocities[i]);
            }
        }

        trial.AssertValues((_, i) => weights[i], Bound(steps, 0.0625, 0.9, 0.0625 * steps / 0.1));
    }

    /// <summary>Gradients of at most 1: v up to 1 / (1 - mu), with mu itself rounded; weights up to 1 plus their move.</summary>
    private static double Bound(int steps, double rate, double momentum, double largestMove)
    {
        double velocity = 1 / (1 - momentum);
        double velocityError = 3 * Unit * velocity * velocity;
        return steps * ((2 * Unit * (1 + largestMove)) + (rate * velocityError));
    }
}
