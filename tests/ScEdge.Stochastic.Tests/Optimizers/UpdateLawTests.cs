using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>
/// E[dw] and Var[dw] of single updates against the law of <see cref="StreamScale"/>, over many steps from the same state.
/// </summary>
[Trait("Kind", "Statistical")]
public class UpdateLawTests
{
    private const int Steps = 4000;

    [Theory]
    [InlineData(UpdateEncoding.SignMagnitude, 32, 0u)]
    [InlineData(UpdateEncoding.SignMagnitude, 5, 0u)]
    [InlineData(UpdateEncoding.SignMagnitude, 1, 0u)]
    [InlineData(UpdateEncoding.SignMagnitude, 100, 0u)]
    [InlineData(UpdateEncoding.Bipolar, 32, 0u)]
    [InlineData(UpdateEncoding.Bipolar, 7, 0u)]
    [InlineData(UpdateEncoding.SignMagnitude, 32, 3277u)]
    [InlineData(UpdateEncoding.Bipolar, 32, 3277u)]
    public void Sgd_FromOneState_MovesByTheMeanAndVarianceOfTheLaw(UpdateEncoding encoding, int length, uint weightDecay)
    {
        OptimizerSettings settings = new()
        {
            Seed = 5, Encoding = encoding, WeightLength = length, DecayLength = length, WeightDecay = weightDecay,
        };
        short[] gradients = OptimizerFixture.Spread(1, 60, 32767);
        short[] weights = OptimizerFixture.Spread(2, 60, 8000);
        SgdOptimizer optimizer = new(settings, 0, 60, 15, OptimizerFixture.IdealBank(length));
        Moments change = new(60);
        OperationCounts counts = new();
        for (uint step = 0; step < Steps; step++)
        {
            weights.CopyTo(optimizer.Weights, 0);
            optimizer.Refresh();
            OptimizerFixture.Step(optimizer, step, gradients, 15, OptimizerFixture.Rate, counts);
            change.Add(optimizer.Weights, weights);
        }

        UpdatePath path = optimizer.Path(StreamKind.Weight);
        UpdatePath decay = optimizer.Path(StreamKind.WeightDecay);
        for (int i = 0; i < 60; i++)
        {
            double variance = Variance(path, gradients[i], encoding) + Variance(decay, weights[i], encoding);
            double mean = (-gradients[i] / 32.0) - (weights[i] * (weightDecay / 65536.0) / 32.0);
            change.AssertLaw(i, mean, variance, Slack(path, encoding) + Slack(decay, encoding), LargestJump(path, decay, encoding));
        }

        Assert.Equal(0, counts.Saturations);
    }

    [Theory]
    [InlineData(UpdateEncoding.SignMagnitude, 32, 32)]
    [InlineData(UpdateEncoding.SignMagnitude, 32, 4)]
    [InlineData(UpdateEncoding.Bipolar, 32, 32)]
    public void Momentum_FromOneState_DecaysAndGathersByTheLaw(UpdateEncoding encoding, int gradientLength, int decayLength)
    {
        OptimizerSettings settings = new()
        {
            Seed = 6, Encoding = encoding, GradientLength = gradientLength, DecayLength = decayLength,
        };
        short[] gradients = OptimizerFixture.Spread(3, 60, 32767);
        short[] momenta = OptimizerFixture.Spread(4, 60, 12000);
        MomentumOptimizer optimizer = new(settings, 0, 60, 15, OptimizerFixture.IdealBank()) { AuxiliaryFractionBits = 12 };
        Moments change = new(60);
        OperationCounts counts = new();
        for (uint step = 0; step < Steps; step++)
        {
            momenta.CopyTo(optimizer.Auxiliary(0), 0);
            optimizer.Refresh();
            OptimizerFixture.Step(optimizer, step, gradients, 15, OptimizerFixture.Rate, counts);
            change.Add(optimizer.Auxiliary(0), momenta);
        }

        UpdatePath gather = optimizer.Path(StreamKind.Gradient);
        UpdatePath decay = optimizer.Path(StreamKind.Decay);
        for (int i = 0; i < 60; i++)
        {
            double variance = Variance(gather, gradients[i], encoding) + Variance(decay, momenta[i], encoding);
            double mean = (gradients[i] / 8.0) - (momenta[i] * (6554 / 65536.0));
            change.AssertLaw(i, mean, variance, Slack(gather, encoding) + Slack(decay, encoding), LargestJump(gather, decay, encoding));
        }
    }

    [Theory]
    [InlineData(UpdateEncoding.SignMagnitude)]
    [InlineData(UpdateEncoding.Bipolar)]
    public void Sgd_RateAsStream_MovesByTheProductOnAverage(UpdateEncoding encoding)
    {
        // The rate's stream is common to the tensor, so its fluctuation does not average out over parameters, but it
        // does over steps: a product of independent bits of p and r is a bit of p r.
        OptimizerSettings settings = new() { Seed = 5, Encoding = encoding, RateAsStream = true };
        LearningRate rate = new(45875, 4);
        short[] gradients = OptimizerFixture.Spread(1, 60, 32767);
        SgdOptimizer optimizer = new(settings, 0, 60, 15, OptimizerFixture.IdealBank());
        Moments change = new(60);
        OperationCounts counts = new();
        short[] zeros = new short[60];
        for (uint step = 0; step < Steps; step++)
        {
            zeros.CopyTo(optimizer.Weights, 0);
            OptimizerFixture.Step(optimizer, step, gradients, 15, rate, counts);
            change.Add(optimizer.Weights, zeros);
        }

        double quantum = Math.Pow(2, optimizer.Path(StreamKind.Weight).Scale.QuantumShift);
        for (int i = 0; i < 60; i++)
        {
            double mean = -gradients[i] * (45875 / 65536.0) / 16.0;
            double share = Math.Abs(mean) / (32 * quantum);
            double variance = encoding == UpdateEncoding.Bipolar
                ? quantum * quantum * 32 * (1 - (share * share))
                : quantum * quantum * 32 * share * (1 - share);
            change.AssertMean(i, mean, variance, quantum * 32 / 65536.0);
        }
    }

    /// <summary>Rounding of p to the comparator, N q 2^-17 (bipolar twice that), and of the coefficient.</summary>
    private static double Slack(UpdatePath? path, UpdateEncoding encoding) =>
        path is null ? 0 : path.Length * Math.Pow(2, path.Scale.QuantumShift) * (encoding == UpdateEncoding.Bipolar ? 2 : 1) / 65536.0;

    /// <summary>What one bit more changes: q, in bipolar coding 2q; the larger of two streams.</summary>
    private static double LargestJump(UpdatePath path, UpdatePath? other, UpdateEncoding encoding) =>
        Math.Pow(2, Math.Max(path.Scale.QuantumShift, other?.Scale.QuantumShift ?? 0)) * (encoding == UpdateEncoding.Bipolar ? 2 : 1);

    private static double Variance(UpdatePath? path, int value, UpdateEncoding encoding)
    {
        if (path is null)
        {
            return 0;
        }

        double quantum = Math.Pow(2, path.Scale.QuantumShift);
        double p = encoding == UpdateEncoding.Bipolar
            ? 0.5 + (path.Scale.HalfProbability((uint)Math.Abs(value)) / 65536.0)
            : path.Scale.Probability((uint)Math.Abs(value)) / 65536.0;
        return quantum * quantum * path.Length * p * (1 - p) * (encoding == UpdateEncoding.Bipolar ? 4 : 1);
    }

    private sealed class Moments(int length)
    {
        private readonly double[] _sum = new double[length];
        private readonly double[] _square = new double[length];
        private int _count;

        public void Add(short[] after, short[] before)
        {
            _count++;
            for (int i = 0; i < length; i++)
            {
                double change = after[i] - before[i];
                _sum[i] += change;
                _square[i] += change * change;
            }
        }

        public void AssertMean(int i, double mean, double variance, double slack)
        {
            double bound = (5 * Math.Sqrt(variance / _count)) + slack + 1e-9;
            Assert.True(Math.Abs((_sum[i] / _count) - mean) <= bound, $"[{i}] mean {_sum[i] / _count} is not {mean} +- {bound}");
        }

        public void AssertLaw(int i, double mean, double variance, double slack, double jump)
        {
            AssertMean(i, mean, variance, slack);
            double seen = (_square[i] / _count) - (_sum[i] / _count * _sum[i] / _count);

            // The sample variance of M draws has the relative deviation sqrt((kurtosis - 1) / M). A binomial count in jumps
            // of j has a kurtosis of at most 3 + j^2 / Var, and so has the sum of two with j the larger: rare updates spread
            // more. Five deviations.
            double spread = variance == 0 ? 0 : 5 * Math.Sqrt((2 + (jump * jump / variance)) / _count);
            Assert.True(Math.Abs(seen - variance) <= (spread * variance) + 1e-9, $"[{i}] variance {seen} is not {variance} +- {spread:P1}");
        }
    }
}
