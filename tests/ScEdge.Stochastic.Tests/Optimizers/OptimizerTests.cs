using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

public class OptimizerTests
{
    public static TheoryData<string, double, double> Cases()
    {
        TheoryData<string, double, double> cases = [];
        foreach (string kind in new[] { "sgd", "momentum", "adam" })
        {
            cases.Add(kind, 0.0, 0.0);
            cases.Add(kind, 0.3, 0.0);
            cases.Add(kind, 0.3, 0.5);
        }

        return cases;
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Cases))]
    public void RunPhase_SplitIntoRanges_GivesTheSameBitsAndCounts(string kind, double device, double residual)
    {
        // Ranges in order are allowed for cells with memory too.
        OperationCounts wholeCounts = new();
        OperationCounts splitCounts = new();
        TensorOptimizer whole = Trained(kind, device, residual, wholeCounts, int.MaxValue);
        TensorOptimizer split = Trained(kind, device, residual, splitCounts, 37);
        Assert.Equal(OptimizerFixture.Hash(whole), OptimizerFixture.Hash(split));
        Assert.Equal(wholeCounts.SetEvents, splitCounts.SetEvents);
        Assert.Equal(wholeCounts.RandomWords, splitCounts.RandomWords);
        Assert.Equal(wholeCounts.Bits, splitCounts.Bits);
    }

    [Theory]
    [Trait("Kind", "Golden")]
    [InlineData("sgd", 0.0, 0.0, 1646999558U)]
    [InlineData("momentum", 0.0, 0.0, 1810724413U)]
    [InlineData("adam", 0.0, 0.0, 3518503976U)]
    [InlineData("momentum", 0.3, 0.0, 4241101412U)]
    [InlineData("momentum", 0.3, 0.5, 4011485320U)]
    public void RunPhase_FixedSeed_GivesTheRecordedRegisters(string kind, double device, double residual, uint expected) =>
        Assert.Equal(expected, OptimizerFixture.Hash(Trained(kind, device, residual, new OperationCounts(), int.MaxValue)));

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("sgd", 32 + 0)]
    [InlineData("momentum", 32 + 8 + 4)]
    public void RunPhase_OneStep_CountsEveryBitOfEveryStream(string kind, int bitsPerParameter)
    {
        OperationCounts counts = new();
        OptimizerSettings settings = new() { GradientLength = 32, DecayLength = 8, WeightLength = kind == "sgd" ? 32 : 4 };
        TensorOptimizer optimizer = Make(kind, settings, OptimizerFixture.IdealBank());
        OptimizerFixture.Step(
            optimizer, 0, OptimizerFixture.Spread(1, OptimizerFixture.Length, 30000), 15, OptimizerFixture.Rate, counts);
        Assert.Equal(OptimizerFixture.Length * (long)bitsPerParameter, counts.Bits);
        Assert.Equal(counts.SetEvents, counts.ResetPulses);
        Assert.Equal(counts.SetPulses, counts.Reads);
        Assert.InRange(counts.SetPulses, counts.SetEvents, counts.Bits);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void RunPhase_BeyondTheRegister_ClipsAndCounts()
    {
        SgdOptimizer optimizer = new(new OptimizerSettings(), 0, 2, 15, OptimizerFixture.IdealBank());
        optimizer.Weights[0] = 32767;
        optimizer.Weights[1] = -32767;
        OperationCounts counts = new();
        short[] gradients = [-32767, 32767];
        OptimizerFixture.Step(optimizer, 0, gradients, 15, new LearningRate(1u << 16, 0), counts);
        Assert.Equal(new short[] { 32767, -32767 }, optimizer.Weights);
        Assert.Equal(2, counts.Saturations);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("adam")]
    public void RunPhase_NoGradient_LeavesTheWeightsAlone(string kind)
    {
        TensorOptimizer optimizer = Make(kind, new OptimizerSettings(), OptimizerFixture.IdealBank());
        OptimizerFixture.Spread(5, OptimizerFixture.Length, 9000).CopyTo(optimizer.Weights, 0);
        optimizer.Refresh();
        short[] before = (short[])optimizer.Weights.Clone();
        for (uint step = 0; step < 3; step++)
        {
            OptimizerFixture.Step(
                optimizer, step, new short[OptimizerFixture.Length], 0, OptimizerFixture.Rate, new OperationCounts());
        }

        Assert.Equal(before, optimizer.Weights);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Momentum_SteadyGradient_SettlesAtTheGradientOverTheDecay()
    {
        // v* = g / (1 - mu) = 10 g; the noise of one step, about q sqrt(N p), is averaged over the last 400 of 500 steps.
        MomentumOptimizer optimizer = new(new OptimizerSettings { Seed = 3 }, 0, 4, 15, OptimizerFixture.IdealBank());
        short[] gradients = [20000, -20000, 5000, -1000];
        double[] sum = new double[4];
        for (uint step = 0; step < 500; step++)
        {
            optimizer.Weights.AsSpan().Clear();
            OptimizerFixture.Step(optimizer, step, gradients, 15, OptimizerFixture.Rate, new OperationCounts());
            for (int i = 0; i < 4 && step >= 100; i++)
            {
                sum[i] += optimizer.Auxiliary(0)[i] * Math.Pow(2, 15 - optimizer.AuxiliaryFractionBits) / 400;
            }
        }

        for (int i = 0; i < 4; i++)
        {
            // A step's noise variance is at most q (|U_g| + |U_d|), q N = 32768 and 2^18 / 10 in gradient steps; the
            // mean over M correlated steps of an AR(1) process has the deviation sigma / ((1 - mu) sqrt(M)).
            double step = Math.Sqrt(2 * 1024.0 * Math.Abs((int)gradients[i]));
            double bound = 5 * step / 0.1 / Math.Sqrt(400);
            Assert.InRange(sum[i], (gradients[i] / (6554 / 65536.0)) - bound, (gradients[i] / (6554 / 65536.0)) + bound);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Momentum_LargestRegisterLeavesTheRange_ScaleFollowsWithoutMovingTheMean()
    {
        OptimizerSettings settings = new() { Seed = 12 };
        MomentumOptimizer optimizer = new(settings, 0, 4000, 15, OptimizerFixture.IdealBank()) { AuxiliaryFractionBits = 10 };
        short[] momenta = optimizer.Auxiliary(0);
        short[] odd = OptimizerFixture.Spread(6, 4000, 20000);
        double before = 0;
        for (int i = 0; i < odd.Length; i++)
        {
            momenta[i] = (short)((odd[i] & ~1) + 1);
            before += momenta[i];
        }

        optimizer.Refresh();
        optimizer.BeginStep(0, 0, 0, OptimizerFixture.Rate, new OperationCounts());
        optimizer.BeginPhase(0);
        Assert.Equal(9, optimizer.AuxiliaryFractionBits);
        double after = 0;
        foreach (short momentum in momenta)
        {
            after += 2.0 * momentum;
        }

        // Every register is odd and moves by one step up or down: 5 sqrt(4000).
        Assert.InRange(after - before, -5 * Math.Sqrt(4000), 5 * Math.Sqrt(4000));

        for (int i = 0; i < momenta.Length; i++)
        {
            momenta[i] = (short)(i % 1000);
        }

        optimizer.Refresh();
        optimizer.BeginPhase(0);
        Assert.Equal(10, optimizer.AuxiliaryFractionBits);
        for (int i = 0; i < momenta.Length; i++)
        {
            Assert.Equal(2 * (i % 1000), momenta[i]);
        }
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Adam_SteadyGradients_MovesEveryWeightByNearlyTheRate()
    {
        // With a constant gradient |m| / a is one whatever the gradient's size, and a step is the rate: 2^15 / 256 = 128
        // register steps. The divider's start at zero loses less than 1/N = 1/32 of it, and m and a have noise.
        AdamOptimizer optimizer = new(new OptimizerSettings { Seed = 8 }, 0, 4, 15, OptimizerFixture.IdealBank());
        short[] gradients = [30000, -30000, 3000, -3000];
        LearningRate rate = new(1u << 16, 8);
        double[] sum = new double[4];
        for (uint step = 0; step < 300; step++)
        {
            optimizer.Weights.AsSpan().Clear();
            OptimizerFixture.Step(optimizer, step, gradients, 15, rate, new OperationCounts());
            for (int i = 0; i < 4 && step >= 100; i++)
            {
                sum[i] += optimizer.Weights[i] / 200.0;
            }
        }

        for (int i = 0; i < 4; i++)
        {
            Assert.InRange(-sum[i] * Math.Sign(gradients[i]), 0.75 * 128, 128);
        }
    }

    private static TensorOptimizer Trained(
        string kind, double device, double residual, OperationCounts counts, int rangeLength)
    {
        OptimizerSettings settings = new() { Seed = 42, GradientLength = 32, DecayLength = 8, WeightLength = 16, WeightDecay = 100 };
        CellBank bank = new(
            new CellBankSettings { DeviceToDeviceSeed = 42, Lanes = 13, DeviceToDevice = device, ResidualFilament = residual }, 1);
        TensorOptimizer optimizer = Make(kind, settings, bank);
        OptimizerFixture.Spread(9, OptimizerFixture.Length, 9000).CopyTo(optimizer.Weights, 0);
        optimizer.Refresh();
        for (uint step = 0; step < 4; step++)
        {
            short[] gradients = OptimizerFixture.Spread(100 + step, OptimizerFixture.Length, 32767);
            OptimizerFixture.Step(
                optimizer, step, gradients, 16 + (int)step, OptimizerFixture.Rate, counts, rangeLength);
        }

        return optimizer;
    }

    private static TensorOptimizer Make(string kind, OptimizerSettings settings, CellBank bank) => kind switch
    {
        "sgd" => new SgdOptimizer(settings, 2, OptimizerFixture.Length, 14, bank),
        "momentum" => new MomentumOptimizer(settings, 2, OptimizerFixture.Length, 14, bank),
        _ => new AdamOptimizer(settings, 2, OptimizerFixture.Length, 14, bank),
    };
}
