using BenchmarkDotNet.Attributes;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Benchmarks;

/// <summary>
/// Sums of packed streams: two million bits of all inputs per operation.
/// </summary>
[KernelTiers]
public class AdderBenchmarks
{
    private const int TotalWords = 1 << 16;
    private const int CounterLimit = 1000;

    private uint[] _inputs = [];
    private uint[] _selects = [];
    private uint[] _output = [];
    private ParallelCounterRegister _register;

    /// <summary>Streams that are added.</summary>
    [Params(2, 256)]
    public int Inputs { get; set; }

    private int Words => TotalWords / Inputs;

    /// <summary>Makes the streams.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _inputs = Random(TotalWords, 1);
        _selects = Random(int.Log2(Inputs) * Words, 2);
        _output = new uint[Words];
    }

    /// <summary>Multiplexers; the sum is stored.</summary>
    [Benchmark]
    public void Multiplex() => MuxAdderKernel.Add(_inputs, _selects, _output);

    /// <summary>Multiplexers; the sum is only counted.</summary>
    [Benchmark]
    public long MultiplexAndCount() => MuxAdderKernel.CountSum(_inputs, _selects, Words);

    /// <summary>A parallel counter with room for all.</summary>
    [Benchmark]
    public long Count()
    {
        _register = new ParallelCounterRegister(0, long.MaxValue);
        ParallelCounterKernel.Accumulate(ref _register, _inputs, Words * 32, []);
        return _register.Sum;
    }

    /// <summary>A parallel counter that soon is full and clips nearly every cycle: the slow way through.</summary>
    [Benchmark]
    public long CountClipped()
    {
        _register = new ParallelCounterRegister(0, CounterLimit);
        ParallelCounterKernel.Accumulate(ref _register, _inputs, Words * 32, []);
        return _register.Saturations;
    }

    private static uint[] Random(int count, uint key)
    {
        uint[] words = new uint[count];
        for (int i = 0; i < count; i++)
        {
            words[i] = CounterGenerator.Word(key, 9, (uint)i);
        }

        return words;
    }
}
