using BenchmarkDotNet.Attributes;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Benchmarks;

/// <summary>
/// Stochastic numbers from cells, generated and counted: one million bits per operation.
/// </summary>
[KernelTiers]
public class NumberBenchmarks
{
    private const int TotalBits = 1 << 20;

    private readonly OperationCounts _counts = new();
    private CellBank _bank = null!;
    private uint[] _probabilities = [];
    private uint[] _ones = [];

    /// <summary>Bits of a number.</summary>
    [Params(32, 256)]
    public int Length { get; set; }

    /// <summary>Spread of the cells; 0 makes them alike.</summary>
    [Params(0, 0.3)]
    public double Spread { get; set; }

    /// <summary>Makes cells and probabilities.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _bank = new CellBank(new CellBankSettings { Lanes = 256, CellsPerLane = Length, DeviceToDevice = Spread, CycleToCycle = Spread }, 0);
        _probabilities = new uint[TotalBits / Length];
        _ones = new uint[_probabilities.Length];
        for (int i = 0; i < _probabilities.Length; i++)
        {
            _probabilities[i] = 1 + (CounterGenerator.Word(5, 6, (uint)i) >> 16);
        }
    }

    /// <summary>Generates and counts.</summary>
    [Benchmark]
    public void CountOnes() => CellBankKernel.CountOnes(_bank, _probabilities, Length, 1, 0, _ones, _counts);
}
