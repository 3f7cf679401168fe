using System;
using System.IO;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
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
        TracingEngine engine = Train(options, lanes, quotients);

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

    private static TracingEngine Train(TrainingOptions options, StringWriter lanes, StringWriter quotients)
    {
        options.Validate();
        ImageSet images = MnistDataset.Load().Training;
        using WorkerTeam team = new(1);
        Network network = new(ModelCatalogue.Edge(1, 28, 28, 10), InputNormalization.FromImages(images), team, options.BatchSize);
        network.Initialize(seed: 7);
        CbramPreset preset = PresetCatalog.Find(options.Cbram).WithNonidealities(Nonidealities.None);
        TracingEngine engine = new(lanes, quotients);
        StochasticRule rule = new UpdateRuleFactory(options, preset, team).Stochastic(network.Parameters, seed: 7, engine);
        BatchSampler sampler = new(images.Count, options.BatchSize, seed: 7);
        sampler.Shuffle(0);
        for (int step = 0; step < Steps; step++)
        {
            network.ForwardBackward(images, sampler.Batch(step));
            rule.Step((uint)step, options.LearningRate);
        }

        return engine;
    }
}
