using System;
using System.Linq;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Device.Tests;

/// <summary>The board rounds FP32 gradients to the integers to which the host rounds them.</summary>
[Trait("Kind", "Property")]
public sealed class FloatGradientTests
{
    [Theory]
    [InlineData(1e-3f)]
    [InlineData(7.5f)]
    [InlineData(3e-30f)]
    [InlineData(1e-41f)]
    [InlineData(2e37f)]
    public void RunStep_FloatGradients_GivesTheRegistersOfTheHostsRounding(float size)
    {
        const uint Step = 2;
        Training training = new(OptimizerKind.Momentum);
        TensorOptimizer[] direct = training.Make();
        TestHost host = new();
        training.Configure(host);
        Random random = new(6);
        float[][] floats = Training.Lengths
            .Select(length => Enumerable.Range(0, length)
                .Select(i => i % 9 == 0 ? 0f : (float)(size * (random.NextDouble() - 0.5) * Math.Pow(2, -random.Next(30)))).ToArray())
            .ToArray();
        BeginStepRequest begin = new()
        {
            Step = Step, RateFraction = training.Rate.Fraction, RateShift = training.Rate.Shift, Format = GradientFormat.Float32, TensorCount = 3,
        };
        QuantizedGradient[] rounded = floats.Select((values, i) =>
        {
            QuantizedGradient gradient = new(values.Length, 16, training.Settings.Seed, (uint)i + 4);
            gradient.BeginStep(values, Step);
            gradient.Quantize(values, 0, values.Length);
            begin.FractionBits[i] = gradient.FractionBits;
            begin.Maxima[i] = gradient.Maximum;
            return gradient;
        }).ToArray();

        host.Do(BeginStepRequest.Code, begin.Write);
        Training.Put(host, floats.SelectMany(values => values).SelectMany(BitConverter.GetBytes).ToArray(), 4);
        host.Do(MessageCode.RunStep);

        OperationCounts counts = new();
        for (int i = 0; i < direct.Length; i++)
        {
            direct[i].BeginStep(Step, rounded[i].Maximum, rounded[i].FractionBits, training.Rate, counts);
            for (int phase = 0; phase < 2; phase++)
            {
                OperationCounts phaseCounts = new();
                direct[i].BeginPhase(phase);
                direct[i].EndPhase(phase, direct[i].RunPhase(phase, rounded[i].Values, 0, rounded[i].Values.Length, phaseCounts));
                direct[i].Bank.Age(phaseCounts.SetEvents);
            }
        }

        Assert.Equal(Training.Image(direct, 1, Step), Training.Pull(host, StateImageKind.Full));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void PutGradients_UnusableFloat_IsRefused(float value)
    {
        Training training = new(OptimizerKind.Momentum);
        TestHost host = new();
        training.Configure(host);
        ResidentTrainingTests.Begin(training, host, 0, GradientFormat.Float32, Training.Gradients(0));
        PutGradientsRequest put = new() { Data = BitConverter.GetBytes(value), DataLength = 4 };
        Assert.Equal(ErrorCode.OutOfRange, host.Refused(PutGradientsRequest.Code, put.Write).Error);
    }
}
