using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Benchmarks;

/// <summary>
/// The momentum phase of one tensor on cells that differ, one thread: two streams for every parameter.
/// </summary>
[KernelTiers]
public class OptimizerBenchmarks
{
    private readonly OperationCounts _counts = new();
    private MomentumOptimizer _optimizer = null!;
    private short[] _gradients = [];

    /// <summary>Cases: each differs from the first in one number.</summary>
    public static IEnumerable<OptimizerCase> Cases =>
    [
        new(65536, 256, 32), new(65536, 256, 4), new(65536, 256, 64), new(65536, 256, 256),
        new(8192, 256, 32), new(65536, 16, 32), new(65536, 65536, 32),
    ];

    /// <summary>What to run.</summary>
    [ParamsSource(nameof(Cases))]
    public OptimizerCase Case { get; set; } = new(1, 1, 1);

    /// <summary>Makes registers and gradients of many magnitudes.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        CellBankSettings cells = new() { Lanes = Case.Lanes, CellsPerLane = Case.Length, DeviceToDevice = 0.3, CycleToCycle = 0.3 };
        OptimizerSettings settings = new() { GradientLength = Case.Length, DecayLength = Case.Length, WeightLength = Case.Length };
        _optimizer = new MomentumOptimizer(settings, 0, Case.Parameters, 9, new CellBank(cells, 0));
        _gradients = new short[Case.Parameters];
        for (int i = 0; i < _gradients.Length; i++)
        {
            uint word = CounterGenerator.Word(1, 2, (uint)i);
            int magnitude = (int)((word >> 8) % 32768) >> (int)(word & 15);
            _gradients[i] = (short)((word & 128) != 0 ? -magnitude : magnitude);
        }
    }

    /// <summary>Takes a step's first phase.</summary>
    [Benchmark]
    public void MomentumPhase()
    {
        _optimizer.BeginStep(0, 32767, 20, new LearningRate(1u << 16, 5), _counts);
        _optimizer.BeginPhase(0);
        _optimizer.EndPhase(0, PhaseKernel.RunPhase(_optimizer, 0, _gradients, 0, _gradients.Length, _counts));
    }
}
