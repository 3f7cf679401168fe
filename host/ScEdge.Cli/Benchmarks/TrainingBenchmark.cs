using System;
using System.Collections.Generic;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Stochastic;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Benchmarks;

/// <summary>
/// The default training (LeNet-5, MNIST, batch 64, streams of 32 bits, Jo's cells) with cells that differ, part by part.
/// </summary>
internal sealed class TrainingBenchmark : IDisposable
{
    private const double Rate = 1.0 / 32;
    private const int StreamLength = 32;
    private static readonly string[] Spread = ["device-to-device=0.3", "cycle-to-cycle=0.3"];

    private readonly WorkerTeam _team;
    private readonly ImageSet _images;
    private readonly Network _network;
    private readonly StochasticRule _stochastic;
    private readonly IUpdateRule _baseline;
    private readonly BatchSampler _sampler;
    private readonly int _batchSize;
    private int _batch;
    private uint _step;

    public TrainingBenchmark(int threads)
    {
        TrainingOptions options = new();
        Dataset dataset = MnistDataset.Load();
        _images = dataset.Training;
        _team = new WorkerTeam(threads);
        ModelDescription model = ModelCatalogue.Create(options.Model, _images);
        InputNormalization normalization = InputNormalization.FromImages(_images);
        _network = new Network(model, normalization, _team, options.BatchSize);
        _network.Initialize(1);
        Network other = new(model, normalization, _team, options.BatchSize);
        CbramPreset preset = PresetCatalog.Find(options.Cbram);
        preset = preset with { Nonidealities = preset.Nonidealities.With(Spread) };
        UpdateRuleFactory rules = new(options, preset, _team);
        _stochastic = rules.Stochastic(_network.Parameters, 1);
        _baseline = rules.Baseline(other.Parameters);
        _batchSize = options.BatchSize;
        _sampler = new BatchSampler(_images.Count, _batchSize, 1);
    }

    public void Dispose() => _team.Dispose();

    /// <summary>Measures: passes, stochastic step, both together.</summary>
    /// <param name="seconds">Time to spend.</param>
    public IEnumerable<BenchmarkRow> Run(double seconds)
    {
        // In turn, as in a training: with passes or updates alone the gradients would soon be others.
        Measurement[] step = Measurement.OfParts(seconds * 3 / 4, Pass, Optimize);
        (Measurement passes, Measurement optimizer, Measurement whole) = (step[0], step[1], step[2]);
        Measurement baseline = Measurement.Of(seconds / 8, () => _baseline.Step(0, 1e-6));
        string threads = _team.ThreadCount == 1 ? "1 thread" : $"{_team.ThreadCount} threads";
        yield return BenchmarkRow.Rate("images", $"training with stochastic updates, {threads}", _batchSize, whole, "images/s");
        yield return BenchmarkRow.Rate(
            "updates", $"parameter updates by the stochastic optimiser, {threads}", _network.ParameterCount * 1e-6, optimizer, "million/s");
        double sum = passes.MedianSeconds + optimizer.MedianSeconds;
        double leastSum = passes.LeastSeconds + optimizer.LeastSeconds;
        double entropy = EntropySeconds(seconds / 8);
        foreach ((string name, string what, double part, double least) in new[]
        {
            ("share_passes", "forward and backward passes", passes.MedianSeconds, passes.LeastSeconds),
            ("share_entropy", "random bits of the cells", entropy, entropy),
            (
                "share_logic",
                "the rest of the optimiser: scales, counters, registers, counts",
                optimizer.MedianSeconds - entropy,
                optimizer.LeastSeconds - entropy),
        })
        {
            yield return new BenchmarkRow(name, "share of a step: " + what, 100 * part / sum, 100 * least / leastSum, "%");
        }

        yield return new BenchmarkRow(
            "ratio_to_fp32",
            "a step with stochastic updates over one with FP32 updates",
            sum / (passes.MedianSeconds + baseline.MedianSeconds),
            leastSum / (passes.LeastSeconds + baseline.LeastSeconds),
            "");
        yield return new BenchmarkRow("allocated", "bytes allocated per training step", whole.AllocatedBytes, whole.AllocatedBytes, "B");
    }

    /// <summary>
    /// Time that a step needs to make its random bits: as many numbers as the optimiser made per step, as many of them with a
    /// pulse, made alone on one thread and shared out over the threads.
    /// </summary>
    private double EntropySeconds(double seconds)
    {
        OperationCounts run = _stochastic.Optimizer.Counts;
        CellBank bank = _stochastic.Optimizer.Tensors[0].Circuit.Bank;
        uint[] probabilities = new uint[run.Numbers / _step];
        double pulsed = (double)run.SetPulses / run.Bits;
        for (int i = 0; i < probabilities.Length; i++)
        {
            uint word = CounterGenerator.Word(1, 2, (uint)i);
            probabilities[i] = (word & 0xFFFF) < pulsed * 0x10000 ? 1 + (word >> 16) : 0;
        }

        uint[] ones = new uint[probabilities.Length];
        OperationCounts counts = new();
        ulong key = 0;
        Measurement draw = Measurement.Of(
            seconds, () => CellBankKernel.CountOnes(bank, probabilities, StreamLength, ++key, 0, ones, counts));
        return draw.LeastSeconds / _team.ThreadCount;
    }

    private void Pass()
    {
        // The last batch may be shorter.
        _batch = (_batch + 1) % (_sampler.BatchCount - 1);
        _network.ForwardBackward(_images, _sampler.Batch(_batch));
    }

    private void Optimize() => _stochastic.Step(_step++, Rate);
}
