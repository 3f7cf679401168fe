using System;
using BenchmarkDotNet.Attributes;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Training;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Kernels.Threading;
using ScEdge.Link.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Benchmarks;

/// <summary>
/// A step of the 61,706 parameters of LeNet-5, streams of 32 bits, on an emulated board that keeps the registers.
/// </summary>
[MemoryDiagnoser]
public class EmulatorBenchmarks : IDisposable
{
    private const int MemoryBytes = 4_000_000;
    private const double Rate = 1.0 / 1024;

    private readonly WorkerTeam _team = new(1);
    private readonly MemoryLinkPair _pair = new();
    private BoardThread? _thread;
    private BoardEngineFactory? _boards;
    private StochasticRule _onBoard = null!;
    private StochasticOptimizer _optimizer = null!;
    private uint _step;
    private uint _scalarStep;

    /// <summary>Spread of the cells; 0 makes them alike.</summary>
    [Params(0, 0.3)]
    public double Spread { get; set; }

    /// <summary>Makes gradients, switches the board on, configures it.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        SystemClock clock = new();
        _thread = new BoardThread(new EmulatedBoard(new EmulatorSettings { MemoryBytes = MemoryBytes }, _pair.Second, clock));
        BoardConnection connection = new(_pair.First, clock, new LinkSettings(), epoch: 7, console: null, TimeSpan.FromSeconds(10));
        _boards = new BoardEngineFactory([new BoardClient(connection)], BoardMode.Resident, new long[MessageLimits.Counts]);
        _onBoard = Rule(_boards);
        _optimizer = Rule(null).Optimizer;
        _optimizer.Step(_scalarStep++, StochasticRule.Split(Rate));
    }

    /// <summary>Gradients rounded and sent, the step, weights and counts fetched: all over the protocol, on a line that takes no time.</summary>
    [Benchmark]
    public void BoardStep() => _onBoard.Step(_step++, Rate);

    /// <summary>The same circuits in the scalar code of the shared library, on this thread, with gradients at hand.</summary>
    [Benchmark(Baseline = true)]
    public void ScalarStep()
    {
        LearningRate rate = StochasticRule.Split(Rate);
        for (int i = 0; i < _optimizer.Tensors.Count; i++)
        {
            TensorOptimizer tensor = _optimizer.Tensors[i].Circuit;
            QuantizedGradient gradient = _optimizer.Tensors[i].Gradient;
            tensor.BeginStep(_scalarStep, gradient.Maximum, gradient.FractionBits, rate, _optimizer.Counts);
            for (int phase = 0; phase < tensor.PhaseCount; phase++)
            {
                tensor.BeginPhase(phase);
                tensor.EndPhase(phase, tensor.RunPhase(phase, gradient.Values, 0, tensor.Weights.Length, _optimizer.Counts));
            }
        }

        _scalarStep++;
    }

    /// <summary>Switches the board off.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _boards?.Dispose();
        _thread?.Dispose();
        _pair.Second.Dispose();
        _team.Dispose();
        GC.SuppressFinalize(this);
    }

    private StochasticRule Rule(IStepEngineFactory? engines)
    {
        TrainingOptions options = new();
        ImageSet images = MnistDataset.Load().Training;
        Network network = new(ModelCatalogue.Create(options.Model, images), InputNormalization.FromImages(images), _team, options.BatchSize);
        network.Initialize(1);
        CbramPreset preset = PresetCatalog.Find(options.Cbram);
        preset = preset with { Nonidealities = preset.Nonidealities.With([$"device-to-device={Spread}", $"cycle-to-cycle={Spread}"]) };
        StochasticRule rule = new UpdateRuleFactory(options, preset, _team).Stochastic(network.Parameters, 1, engines);
        network.ForwardBackward(images, [.. new BatchSampler(images.Count, options.BatchSize, 1).Batch(0)]);
        return rule;
    }
}
