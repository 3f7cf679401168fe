using System;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Threading;
using ScEdge.Protocol.Tests;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

public sealed class TrainingAllocationTests
{
    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("none")]
    [InlineData("device-to-device=0.3")]
    public void TrainingStep_AfterWarmUp_AllocatesNothing(string nonideality)
    {
        TrainingOptions options = new();
        ImageSet images = MnistDataset.Load().Test;
        using WorkerTeam team = new(1);
        Network network = new(ModelCatalogue.Create("edge", images), InputNormalization.FromImages(images), team, options.BatchSize);
        network.Initialize(1);
        CbramPreset preset = PresetCatalog.Find(options.Cbram);
        string[] effects = nonideality == "none" ? [] : [nonideality];
        preset = preset with { Nonidealities = preset.Nonidealities.With(effects) };
        StochasticRule rule = new UpdateRuleFactory(options, preset, team).Stochastic(network.Parameters, 1);
        int[] batch = [.. new BatchSampler(images.Count, options.BatchSize, 1).Batch(0)];
        Step(0);
        Step(1);
        uint next = 2;

        Assert.Equal(0, AllocatedBytes.Of(() => Step(next++)));

        void Step(uint step)
        {
            network.ForwardBackward(images, batch);
            rule.Step(step, 1.0 / 32);
        }
    }
}
