using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Optimization.FixedPoint;
using ScEdge.Training.Tests.Networks;

namespace ScEdge.Training.Tests.Optimization.FixedPoint;

public sealed class FixedPointEngineTests
{
    private const int FractionBits = 14;

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_SgdOfWholeRegisterSteps_IsExact()
    {
        // The largest gradient 1 is the integer 2^14; rate 1/2 makes an even integer a whole number of weight steps of 2^-14.
        using WorkerTeam team = new(1);
        Network network = SmallTraining.Create(team, 1);
        StochasticRule rule = Rule(OptimizerKind.Sgd, network, team, seed: 1);
        float[][] before = Values(network);
        Fill(network, i => i % 3 == 0 ? 1f : -12f / 16384);
        rule.Step(0, 0.5);
        Each(network, (t, i, value) =>
            Assert.Equal(before[t][i] - (0.5f * network.Parameters[t].Gradients[i]), value));
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Momentum)]
    public void Step_ManySeeds_MovesByTheGradientOnAverage(OptimizerKind kind)
    {
        // One step moves a weight by -rate g on average: rounding of gradient, momentum and weight are unbiased. Each has a variance of at
        // most a quarter of its own step squared; five deviations over the seeds.
        const int seeds = 400;
        const double rate = 1.0 / 32;
        using WorkerTeam team = new(1);
        double[][] sums = [.. Values(SmallTraining.Create(team, 1)).Select(values => new double[values.Length])];
        for (uint seed = 0; seed < seeds; seed++)
        {
            Network network = SmallTraining.Create(team, 1);
            StochasticRule rule = Rule(kind, network, team, seed);
            float[][] before = Values(network);
            Fill(network, Gradient);
            rule.Step(0, rate);
            Each(network, (t, i, value) => sums[t][i] += (value - before[t][i]) / seeds);
        }

        // Gradients up to 1 have steps of 2^-14, the momentum's first scale steps of 2^-11.
        double gradientStep = Math.ScaleB(1, -14);
        double momentumStep = kind == OptimizerKind.Sgd ? 0 : Math.ScaleB(1, -11);
        double weightStep = Math.ScaleB(1, -FractionBits);
        double variance = ((weightStep * weightStep) + (rate * rate * ((momentumStep * momentumStep) + (gradientStep * gradientStep)))) / 4;
        double bound = 5 * Math.Sqrt(variance / seeds);
        for (int t = 0; t < sums.Length; t++)
        {
            for (int i = 0; i < sums[t].Length; i++)
            {
                Assert.InRange(sums[t][i], (-rate * Gradient(i)) - bound, (-rate * Gradient(i)) + bound);
            }
        }
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Step_MomentumOfAConstantGradient_FollowsItsClosedForm()
    {
        // v_n = g (1 - mu^n) / (1 - mu), mu = 1 - 6554 / 65536; the mean over all parameters within five deviations. A step adds at most a
        // quarter of a register step squared to the variance of v, and rate^2 times v's steps accumulate in w: over n steps no more than
        // n / 4 weight steps squared and n (rate n)^2 / 4 momentum steps squared.
        const int steps = 20;
        const double rate = 1.0 / 32;
        const double mu = 1 - (6554 / 65536.0);
        using WorkerTeam team = new(2);
        Network network = SmallTraining.Create(team, 1);
        StochasticRule rule = Rule(OptimizerKind.Momentum, network, team, seed: 3);
        float[][] before = Values(network);
        double expected = 0;
        for (uint step = 0; step < steps; step++)
        {
            Fill(network, _ => 0.25f);
            rule.Step(step, rate);
            expected -= rate * 0.25 * (1 - Math.Pow(mu, step + 1)) / (1 - mu);
        }

        // The largest v, 2.2, in registers of 16 bits that are at least an eighth full: steps of at most 2^-12.
        double mean = 0;
        int count = before.Sum(values => values.Length);
        Each(network, (t, i, value) => mean += (value - before[t][i]) / count);
        double weightStep = Math.ScaleB(1, -FractionBits);
        double momentumStep = Math.ScaleB(1, -12);
        double variance = steps / 4.0 * ((weightStep * weightStep) + Math.Pow(rate * steps * momentumStep, 2));
        double bound = 5 * Math.Sqrt(variance / count);
        Assert.InRange(mean, expected - bound, expected + bound);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Step_AdamOfAConstantGradient_FollowsItsClosedForm()
    {
        // a starts at |g| and stays; m_n = g (1 - (7/8)^n), so a step moves by -rate sign(g) (1 - (7/8)^n). g = 0.75 is a whole number of
        // steps of gradient (2^-15) and registers (2^-12, where a is 3,072): a step disturbs m/a by less than 2 / 3,072.
        const int steps = 10;
        const double rate = 1.0 / 256;
        using WorkerTeam team = new(2);
        Network network = SmallTraining.Create(team, 1);
        StochasticRule rule = Rule(OptimizerKind.Adam, network, team, seed: 4);
        float[][] before = Values(network);
        double expected = 0;
        for (uint step = 0; step < steps; step++)
        {
            Fill(network, i => i % 2 == 0 ? 0.75f : -0.75f);
            rule.Step(step, rate);
            expected -= rate * (1 - Math.Pow(7.0 / 8, step + 1));
        }

        double mean = 0;
        int count = before.Sum(values => values.Length);
        Each(network, (t, i, value) => mean += (i % 2 == 0 ? 1 : -1) * (value - before[t][i]) / count);
        double weightStep = Math.ScaleB(1, -FractionBits);
        double variance = steps * ((weightStep * weightStep / 4) + (steps * Math.Pow(rate * 2 / 3072, 2)));
        double bound = 5 * Math.Sqrt(variance / count);
        Assert.InRange(mean, expected - bound, expected + bound);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_WeightDecayAlone_ShrinksWeightsByTheirShare()
    {
        // w (1 - rate lambda)^n for zero gradients: each step rounds by less than one step of the register.
        using WorkerTeam team = new(1);
        Network network = SmallTraining.Create(team, 1);
        StochasticRule rule = Rule(OptimizerKind.Momentum, network, team, seed: 5, weightDecay: 32768);
        float[][] before = Values(network);
        for (uint step = 0; step < 8; step++)
        {
            rule.Step(step, 0.25);
        }

        double share = Math.Pow(1 - 0.125, 8);
        Each(network, (t, i, value) => Assert.InRange(
            value, (before[t][i] * share) - (8 * Math.ScaleB(1, -FractionBits)), (before[t][i] * share) + (8 * Math.ScaleB(1, -FractionBits))));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(OptimizerKind.Momentum)]
    [InlineData(OptimizerKind.Adam)]
    public void Step_GradientsThatRiseAndFall_KeepTheRegistersWithinTheirRange(OptimizerKind kind)
    {
        using WorkerTeam team = new(1);
        Network network = SmallTraining.Create(team, 1);
        StochasticRule rule = Rule(kind, network, team, seed: 6);
        for (uint step = 0; step < 120; step++)
        {
            float size = step < 40 ? 1f : step < 80 ? 64f : 1f / 64;
            Fill(network, i => size * Gradient(i));
            rule.Step(step, 1.0 / 4096);
        }

        // The range follows by a factor of two a step: after forty it is the one in which the largest register lies between an eighth and half.
        TensorArchive archive = new(new SafetensorsFile());
        rule.Save(archive);
        foreach (Parameter parameter in network.Parameters)
        {
            int largest = OptimizerDescription.Of(kind).Auxiliaries
                .Max(name => Registers(archive, $"{parameter.Name}.{name}_register", parameter.Count).Max(value => Math.Abs((int)value)));
            Assert.InRange(largest, 32767 / 16, 32767 / 2 * 9 / 8);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Load_AfterSave_ContinuesTheSame()
    {
        using WorkerTeam team = new(1);
        (Network first, Network second) = (SmallTraining.Create(team, 1), SmallTraining.Create(team, 1));
        StochasticRule one = Rule(OptimizerKind.Adam, first, team, seed: 7);
        StochasticRule other = Rule(OptimizerKind.Adam, second, team, seed: 7);
        Fill(first, Gradient);
        one.Step(0, 0.01);
        TensorArchive archive = new(new SafetensorsFile());
        one.Save(archive);
        other.Load(archive);
        Assert.Equal(Values(first), Values(second));
        Fill(second, Gradient);
        one.Step(1, 0.01);
        other.Step(1, 0.01);
        Assert.Equal(Values(first), Values(second));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(OptimizerKind.Sgd, 0u, new[] { 1 })]
    [InlineData(OptimizerKind.Momentum, 0u, new[] { 1, 1 })]
    [InlineData(OptimizerKind.Momentum, 655u, new[] { 1, 2 })]
    [InlineData(OptimizerKind.Adam, 655u, new[] { 1, 1, 3 })]
    public void Step_AnyOptimiser_CountsFactorsWordsAndAccessesOfEveryRegister(OptimizerKind kind, uint weightDecay, int[] factors)
    {
        using WorkerTeam team = new(2);
        Network network = SmallTraining.Create(team, 1);
        StochasticRule rule = Rule(kind, network, team, seed: 8, weightDecay);
        Fill(network, Gradient);
        rule.Step(0, 0.5);
        foreach (StepTensor tensor in rule.Optimizer.Tensors)
        {
            long parameters = tensor.Circuit.Weights.Length;
            for (int phase = 0; phase < factors.Length; phase++)
            {
                OperationCounts counts = tensor.PhaseCounts[phase];
                Assert.Equal(factors[phase] * parameters, counts.Multiplications);
                Assert.Equal(
                    (parameters, parameters, parameters, parameters),
                    (counts.Numbers, counts.RandomWords, counts.RegisterReads, counts.RegisterWrites));
                Assert.Equal((0, 0, 0), (counts.Bits, counts.SetPulses, counts.AndOperations));
            }
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_RateThatDrivesWeightsOut_CountsSaturations()
    {
        using WorkerTeam team = new(1);
        Network network = SmallTraining.Create(team, 1);
        StochasticRule rule = Rule(OptimizerKind.Sgd, network, team, seed: 9);
        Fill(network, static _ => 1f);
        rule.Step(0, 8);
        Assert.Equal(network.Parameters.Sum(static parameter => parameter.Count), rule.Optimizer.Counts.Saturations);
    }

    private static StochasticRule Rule(OptimizerKind kind, Network network, WorkerTeam team, ulong seed, uint weightDecay = 0)
    {
        OptimizerPlan plan = new(
            OptimizerDescription.Of(kind),
            new OptimizerSettings { Seed = seed, WeightDecay = weightDecay },
            new CellBankSettings(),
            [.. network.Parameters.Select(static (parameter, i) => new TensorPlan((uint)i, [.. parameter.Shape], FractionBits, 1, parameter.Name))]);
        return new StochasticRule(network.Parameters, new StochasticOptimizer(
            network.Parameters, plan.NewCircuits(tileLength: 0), gradientBits: 16, seed, team, new FixedPointEngine(plan, team)));
    }

    /// <summary>From -1 to 1, the largest magnitude first so that every tensor has it.</summary>
    private static float Gradient(int index) => (index % 2 == 0 ? 1f : -1f) / (1 + (0.37f * (index % 29)));

    private static void Fill(Network network, Func<int, float> gradient)
    {
        foreach (Parameter parameter in network.Parameters)
        {
            for (int i = 0; i < parameter.Count; i++)
            {
                parameter.Gradients[i] = gradient(i);
            }
        }
    }

    private static float[][] Values(Network network) => [.. network.Parameters.Select(parameter => parameter.Values.ToArray())];

    private static void Each(Network network, Action<int, int, float> check)
    {
        IReadOnlyList<Parameter> parameters = network.Parameters;
        for (int t = 0; t < parameters.Count; t++)
        {
            for (int i = 0; i < parameters[t].Count; i++)
            {
                check(t, i, parameters[t].Values[i]);
            }
        }
    }

    private static short[] Registers(TensorArchive archive, string name, int count)
    {
        short[] registers = new short[count];
        archive.Read(name, registers);
        return registers;
    }
}
