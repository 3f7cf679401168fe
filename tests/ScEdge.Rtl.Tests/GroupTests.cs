using System;
using System.IO;
using ScEdge.Silicon.Vectors;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// Controller and lanes in RTL against the plain code: whole steps of trainings, their scales, rescaling, registers, saturations and largest
/// magnitudes.
/// </summary>
public sealed class GroupTests
{
    private const int Lanes = 5;
    private const int Steps = 14;

    [VerilatorTheory]
    [InlineData("momentum", "32", "16/16", 1.0 / 4, 0.0)]
    [InlineData("momentum, words of more than 32 bits and less, written one by one", "96/40/8", "16/16", 1.0 / 4, 0.0005)]
    [InlineData("momentum, narrow registers that saturate", "32", "6/8", 16.0, 0.0)]
    [InlineData("bipolar", "64/32/32", "16/16", 1.0 / 4, 0.0)]
    [InlineData("sgd", "32", "16/16", 1.0 / 4, 0.01)]
    [InlineData("adam", "32", "16/16", 1.0 / 256, 0.0)]
    public void Steps_OfATraining_LeaveWhatThePlainCodeDoes(string name, string lengths, string bits, double rate, double weightDecay)
    {
        TrainingOptions options = new()
        {
            Model = "edge",
            Optimizer = name == "sgd" ? OptimizerKind.Sgd : name == "adam" ? OptimizerKind.Adam : OptimizerKind.Momentum,
            Encoding = name == "bipolar" ? UpdateEncoding.Bipolar : UpdateEncoding.SignMagnitude,
            StreamLengths = StreamLengths.Parse(lengths),
            RegisterBits = RegisterBits.Parse(bits),
            WeightDecay = weightDecay,
            LearningRate = rate,
        };
        StringWriter lines = new() { NewLine = "\n" };
        StepTrace trace = new(lines, Lanes, serialWrite: name.Contains("one by one", StringComparison.Ordinal)) { FirstOfRescalingAlone = 1 };
        LaneVectors.Write(options, name == "sgd" ? 1 : Steps, trace);

        string result = Verilator.Simulate("lane_group_bench", "steps", writer => writer.Write(lines));
        Assert.StartsWith($"{trace.Registers} updates, 0 differences", result, StringComparison.Ordinal);
        Assert.True(trace.Saturations > 0 || !name.Contains("saturate", StringComparison.Ordinal));
        Assert.True(trace.Halvings + trace.Doublings > 0 || name == "sgd");
    }
}
