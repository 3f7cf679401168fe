using System;
using BenchmarkDotNet.Attributes;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Benchmarks;

/// <summary>
/// A step of the default training on cells that differ, and its parts: LeNet-5, batch 64, streams of 32 bits.
/// </summary>
[KernelTiers]
[MemoryDiagnoser]
public class TrainingBenchmarks : IDisposable
{
    private WorkerTeam _team = null!;
    private ImageSet _images = null!;
    private Network _network = null!;
    private StochasticRule _rule = null!;
    private int[] _batch = [];
    private uint _step;

    /// <summary>Threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Makes network and optimiser.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        TrainingOptions options = new();
        _images = MnistDataset.Load().Training;
        _team = new WorkerTeam(Threads);
        _network = new Network(
            ModelCatalogue.Create(options.Model, _images), InputNormalization.FromImages(_images), _team, options.BatchSize);
        _network.Initialize(1);
        CbramPreset preset = PresetCatalog.Find(options.Cbram);
        preset = preset with { Nonidealities = preset.Nonidealities.With(["device-to-device=0.3", "cycle-to-cycle=0.3"]) };
        _rule = new UpdateRuleFactory(options, preset, _team).Stochastic(_network.Parameters, 1);
        _batch = [.. new BatchSampler(_images.Count, options.BatchSize, 1).Batch(0)];
        _network.ForwardBackward(_images, _batch);
    }

    /// <summary>Forward and backward passes.</summary>
    [Benchmark]
    public double Passes() => _network.ForwardBackward(_images, _batch).MeanLoss;

    /// <summary>The stochastic optimiser's step.</summary>
    [Benchmark]
    public void OptimizerStep() => _rule.Step(_step++, 1.0 / 1024);

    /// <summary>Both.</summary>
    [Benchmark]
    public void TrainingStep()
    {
        _network.ForwardBackward(_images, _batch);
        _rule.Step(_step++, 1.0 / 1024);
    }

    /// <summary>Ends the threads.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _team?.Dispose();
        GC.SuppressFinalize(this);
    }
}
