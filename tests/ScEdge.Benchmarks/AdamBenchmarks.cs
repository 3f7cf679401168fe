using BenchmarkDotNet.Attributes;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Benchmarks;

/// <summary>
/// A step of Adam for one tensor, one thread: mean, scale and quotient of 65,536 parameters, streams of 32 bits.
/// </summary>
[KernelTiers]
public class AdamBenchmarks
{
    private const int Parameters = 65536;
    private const int Length = 32;

    private readonly OperationCounts _counts = new();
    private readonly short[] _gradients = new short[Parameters];
    private AdamOptimizer _optimizer = null!;
    private uint _step;

    /// <summary>Spread of the cells; 0 makes them alike.</summary>
    [Params(0, 0.3)]
    public double Spread { get; set; }

    /// <summary>Makes registers and gradients of many magnitudes, and takes the first step, which starts the scale.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        CellBankSettings cells = new() { Lanes = 256, CellsPerLane = Length, DeviceToDevice = Spread, CycleToCycle = Spread };
        OptimizerSettings settings = new() { GradientLength = Length, DecayLength = Length, WeightLength = Length };
        _optimizer = new AdamOptimizer(settings, 0, Parameters, 9, new CellBank(cells, 0));
        for (int i = 0; i < Parameters; i++)
        {
            uint word = CounterGenerator.Word(1, 2, (uint)i);
            int magnitude = (int)((word >> 8) % 32768) >> (int)(word & 15);
            _gradients[i] = (short)((word & 128) != 0 ? -magnitude : magnitude);
        }

        Step();
    }

    /// <summary>Takes a step.</summary>
    [Benchmark]
    public void Step()
    {
        _optimizer.BeginStep(_step++, 32767, 20, new LearningRate(1u << 16, 8), _counts);
        for (int phase = 0; phase < _optimizer.PhaseCount; phase++)
        {
            _optimizer.BeginPhase(phase);
            _optimizer.EndPhase(phase, PhaseKernel.RunPhase(_optimizer, phase, _gradients, 0, Parameters, _counts));
        }
    }
}
