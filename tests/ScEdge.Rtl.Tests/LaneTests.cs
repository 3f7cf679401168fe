using System;
using System.IO;
using ScEdge.Silicon.Vectors;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// The optimiser's lanes in RTL against the plain code: every register, every random word and every saturation of the first steps of trainings.
/// </summary>
public sealed class LaneTests
{
    private const int Steps = 5;

    [VerilatorTheory]
    [InlineData("momentum", "32", "16/16", 1.0 / 4, 0.0)]
    [InlineData("momentum, words of more than 32 bits and less", "96/40/8", "16/16", 1.0 / 4, 0.0005)]
    [InlineData("momentum, narrow registers that saturate", "32", "6/8", 16.0, 0.0)]
    [InlineData("bipolar", "64/32/32", "16/16", 1.0 / 4, 0.0)]
    [InlineData("sgd", "32", "16/16", 1.0 / 4, 0.01)]
    [InlineData("adam", "32", "16/16", 1.0 / 256, 0.0)]
    public void Registers_OfTrainingSteps_AreThoseOfThePlainCode(string name, string lengths, string bits, double rate, double weightDecay)
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
        StringWriter lanes = new() { NewLine = "\n" };
        StringWriter quotients = new() { NewLine = "\n" };
        LaneTrace engine = LaneVectors.Write(options, warmUp: 0, Steps, lanes, quotients);

        string result = Verilator.Simulate("optimizer_lane_bench", "phases", writer => writer.Write(lanes));
        Assert.StartsWith($"{engine.LaneUpdates} updates, 0 differences", result, StringComparison.Ordinal);
        if (name == "adam")
        {
            string quotient = Verilator.Simulate("quotient_lane_bench", "phases", writer => writer.Write(quotients));
            Assert.StartsWith($"{engine.QuotientUpdates} updates, 0 differences", quotient, StringComparison.Ordinal);
            Assert.Equal(Steps * 5994, engine.QuotientUpdates);
        }

        Assert.Equal(name.Contains("saturate", StringComparison.Ordinal), engine.Saturations > 0);
    }
}
