using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using ScEdge.Kernels;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Benchmarks;

/// <summary>
/// Forward sums of a convolution of one image in streams of 256 bits, drawn before: 1 x 28 x 28 pixels, none of them zero, 8 outputs, and
/// 8 x 12 x 12 numbers, 45 % of them zero, 16 outputs; windows of 5 x 5. 29.5 and about 28.8 million bits of gates.
/// </summary>
[KernelTiers]
public class PassBenchmarks
{
    private const int Length = 256;
    private const int Words = Length / 32;

    private WindowShape _shape = new(1, 28, 28, 8, 5, 5, 0);
    private int[] _inputs = [];
    private int[] _outputs = [];
    private WordBuffer _words = new(0);
    private WeightStreams? _streams;
    private ForwardKernel? _gates;
    private PresentNumbers? _numbers;
    private WeightLevels? _weightLevels;
    private ScatterLevelKernel? _lookUps;
    private LevelTable? _table;

    /// <summary>Whether it is the second convolution.</summary>
    [Params(false, true)]
    public bool HasZeros { get; set; }

    /// <summary>Draws inputs and weights.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Random random = new(1);
        _shape = HasZeros ? new WindowShape(8, 12, 12, 16, 5, 5, 0) : _shape;
        _inputs = [.. Enumerable.Range(0, _shape.InputCount).Select(_ => HasZeros
            ? random.NextDouble() < 0.45 ? 0 : random.Next(1, 30000)
            : random.Next(1, 30000) * ((random.Next(2) * 2) - 1))];
        int[] weights = [.. Enumerable.Range(0, _shape.Outputs * _shape.Taps).Select(_ => random.Next(-30000, 30000))];
        _outputs = new int[_shape.OutputCount];
        _words = new WordBuffer(_inputs.Length * Words);
        for (int i = 0; i < _words.Length; i++)
        {
            _words.Span[i] = _inputs[i / Words] == 0 ? 0 : (uint)random.NextInt64();
        }

        _streams = new WeightStreams(_shape, Length, forward: true);
        _streams.Fill(0, weights, [.. Enumerable.Range(0, weights.Length * Words).Select(_ => (uint)random.NextInt64())]);
        _gates = new ForwardKernel(_shape);
        PrepareLevels(weights, random);
    }

    /// <summary>AND gates and counters.</summary>
    [Benchmark]
    public void Gates() => _gates!.Run(_inputs, _words, _streams!, _outputs);

    /// <summary>The same sums for streams that share sequences, looked up.</summary>
    [Benchmark]
    public void LookUps() => _lookUps!.Run(_numbers!, _weightLevels!, _table!, _outputs);

    private void PrepareLevels(int[] weights, Random random)
    {
        SortedSequence first = Sequence(random);
        SortedSequence second = Sequence(random);
        _table = new LevelTable();
        _table.Fill(first, second);
        _numbers = new PresentNumbers(_inputs.Length);
        _numbers.Take(_inputs);
        LevelKernel.Find(first, _numbers.Values, Probabilities(_numbers.Values.ToArray()), _numbers.Levels, new OperationCounts());
        byte[] levels = new byte[weights.Length];
        sbyte[] signs = new sbyte[weights.Length];
        LevelKernel.Find(second, weights, Probabilities(weights), new LevelSpan(levels, signs), new OperationCounts());
        _weightLevels = new WeightLevels(_shape, forward: true);
        _weightLevels.Fill(0, new LevelSpan(levels, signs));
        _lookUps = new ScatterLevelKernel(_shape, forward: true);
    }

    private static SortedSequence Sequence(Random random)
    {
        SortedSequence sequence = new();
        sequence.Sort([.. Enumerable.Range(0, Length).Select(_ => (ushort)random.Next(65536))]);
        return sequence;
    }

    private static uint[] Probabilities(int[] values) => [.. values.Select(static value => (uint)Math.Abs(value) * 2)];
}
