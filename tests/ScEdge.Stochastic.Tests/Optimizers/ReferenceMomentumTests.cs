using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

[Trait("Kind", "Property")]
public class ReferenceMomentumTests
{
    [Theory]
    [InlineData(UpdateEncoding.SignMagnitude, 32, 8, 4, false, 0u, 0.0)]
    [InlineData(UpdateEncoding.SignMagnitude, 64, 32, 32, true, 512u, 0.0)]
    [InlineData(UpdateEncoding.Bipolar, 32, 32, 64, false, 0u, 0.0)]
    [InlineData(UpdateEncoding.Bipolar, 16, 16, 16, true, 512u, 0.0)]
    [InlineData(UpdateEncoding.SignMagnitude, 32, 8, 4, false, 512u, 0.4)]
    public void RunPhase_AnyCoding_DoesAndCountsWhatTheReferenceDoes(
        UpdateEncoding encoding, int gradientLength, int decayLength, int weightLength, bool rateAsStream, uint weightDecay, double spread)
    {
        const int length = 40;
        OptimizerSettings settings = new()
        {
            Seed = 77, Encoding = encoding, GradientLength = gradientLength, DecayLength = decayLength, WeightLength = weightLength,
            RateAsStream = rateAsStream, WeightDecay = weightDecay,
        };
        CellBankSettings cells = new() { Lanes = 7, CellsPerLane = 64, DeviceToDevice = spread, DeviceToDeviceSeed = 5 };
        MomentumOptimizer optimizer = new(settings, 3, length, 14, new CellBank(cells, 2)) { AuxiliaryFractionBits = 13 };
        ReferenceMomentum reference = new(settings, cells, 3, 2);
        LearningRate rate = new(rateAsStream ? 49152u : 65536u, 4);

        short[] weights = OptimizerFixture.Spread(1, length, 20000);
        short[] momenta = OptimizerFixture.Spread(2, length, 16000);
        weights.CopyTo(optimizer.Weights, 0);
        momenta.CopyTo(optimizer.Auxiliary(0), 0);
        optimizer.Refresh();
        OperationCounts counts = new();
        for (uint step = 5; step < 8; step++)
        {
            short[] gradients = OptimizerFixture.Spread(step, length, 9000);
            OptimizerFixture.Step(optimizer, step, gradients, 15, rate, counts);
            reference.Step(
                step, weights, momenta, gradients, Math.Pow(2, -15), Math.Pow(2, -13), Math.Pow(2, -14), 1 / 16.0, rate.Fraction / 65536.0);
            Assert.Equal(13, optimizer.AuxiliaryFractionBits);
            Assert.Equal(momenta, optimizer.Auxiliary(0));
            Assert.Equal(weights, optimizer.Weights);
        }

        // The reference spells every random number in full; the circuit stops early. All else is the same count.
        counts.RandomWords = 0;
        foreach (System.Reflection.FieldInfo field in typeof(OperationCounts).GetFields())
        {
            Assert.True(
                (long)field.GetValue(reference.Counts)! == (long)field.GetValue(counts)!,
                $"{field.Name}: {field.GetValue(counts)} for {field.GetValue(reference.Counts)}");
        }
    }
}
