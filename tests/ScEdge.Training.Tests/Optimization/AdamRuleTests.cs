using System;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Tests.Optimization;

/// <summary>
/// Bounds: FP32 rounds every result by at most u = 2^-24 of it. After t steps the mean is wrong by at most 3 t + 2 roundings of the largest
/// gradient and the mean square by as many of itself; where gradients lie between 1/2 and 1 in size, mean / root is at most 2, so a step is wrong by
/// at most rate x u x 2 x ((3 t + 2) + (3 t + 2) / 2 + 3).
/// </summary>
[Trait("Kind", "Unit")]
public sealed class AdamRuleTests
{
    private const double Unit = 1.0 / (1 << 24);
    private const double Rate = 1.0 / 128;

    [Fact]
    public void Step_ConstantGradient_MovesByTheRateEachStep()
    {
        // m / (1 - beta1^t) = g and s / (1 - beta2^t) = g^2, so a step is rate g / (|g| + epsilon).
        const int steps = 40;
        using WorkerTeam team = new(1);
        RuleTrial trial = new(team);
        AdamRule rule = new(trial.Parameters, weightDecay: 0);
        for (uint step = 0; step < steps; step++)
        {
            trial.SetGradients(i => RuleTrial.LargeGradient(0, i));
            rule.Step(step, Rate);
        }

        trial.AssertValues(
            (w, i) => w - (steps * Rate * RuleTrial.LargeGradient(0, i) / (Math.Abs(RuleTrial.LargeGradient(0, i)) + 1e-8)), Bound(steps, Rate));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    public void Step_ChangingGradients_IsTheDocumentedUpdateOfPyTorch(double weightDecay)
    {
        // torch.optim.AdamW of PyTorch 2, betas (0.9, 0.999), eps 1e-8: w <- w - rate lambda w; m <- beta1 m + (1 - beta1) g;
        // s <- beta2 s + (1 - beta2) g^2; w <- w - rate (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + eps).
        const int steps = 50;
        using WorkerTeam team = new(1);
        RuleTrial trial = new(team);
        AdamRule rule = new(trial.Parameters, weightDecay);
        double[] weights = trial.InitialValues();
        double[] means = new double[weights.Length];
        double[] squares = new double[weights.Length];
        for (int step = 0; step < steps; step++)
        {
            trial.SetGradients(i => RuleTrial.LargeGradient(step, i));
            rule.Step((uint)step, Rate);
            for (int i = 0; i < weights.Length; i++)
            {
                double gradient = RuleTrial.LargeGradient(step, i);
                weights[i] -= Rate * weightDecay * weights[i];
                means[i] = (0.9 * means[i]) + (0.1 * gradient);
                squares[i] = (0.999 * squares[i]) + (0.001 * gradient * gradient);
                double mean = means[i] / (1 - Math.Pow(0.9, step + 1));
                double square = squares[i] / (1 - Math.Pow(0.999, step + 1));
                weights[i] -= Rate * mean / (Math.Sqrt(square) + 1e-8);
            }
        }

        trial.AssertValues((_, i) => weights[i], Bound(steps, Rate));
    }

    [Fact]
    public void Step_FirstGradient_MovesByTheRateWhateverItsSize()
    {
        using WorkerTeam team = new(1);
        RuleTrial trial = new(team);
        AdamRule rule = new(trial.Parameters, weightDecay: 0);
        trial.SetGradients(i => RuleTrial.LargeGradient(0, i) * 1e-3);
        rule.Step(0, Rate);
        trial.AssertValues(
            (w, i) => w - (Rate * Math.Sign(RuleTrial.LargeGradient(0, i)) / (1 + (1e-5 / Math.Abs(RuleTrial.LargeGradient(0, i))))),
            Bound(1, Rate));
    }

    private static double Bound(int steps, double rate)
    {
        double moves = Enumerable.Range(1, steps).Sum(t => 2 * Unit * rate * ((1.5 * ((3 * t) + 2)) + 3));
        return moves + (steps * 2 * Unit * (1 + (2 * rate * steps)));
    }
}
