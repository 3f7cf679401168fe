using BenchmarkDotNet.Attributes;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Benchmarks;

/// <summary>
/// A bipolar 256 x 256 matrix times a vector in streams of 256 bits: 16.8 million MAC-bits per operation.
/// </summary>
[KernelTiers]
public class ProductBenchmarks
{
    private const int Size = 256;
    private const int Length = 256;

    private readonly ushort[] _matrix = Values(Size * Size, 1);
    private readonly ushort[] _vector = Values(Size, 2);
    private readonly ushort[] _matrixNumbers = Values(Length, 3);
    private readonly ushort[] _vectorNumbers = Values(Length, 4);
    private readonly uint[] _matrixStreams = new uint[Size * Size * Length / 32];
    private readonly uint[] _vectorStreams = new uint[Size * Length / 32];
    private readonly long[] _ones = new long[Size];

    /// <summary>Makes the streams once, for the product alone.</summary>
    [GlobalSetup]
    public void Prepare() => Generate();

    /// <summary>Comparators that share a source.</summary>
    [Benchmark]
    public void Generate()
    {
        ComparatorKernel.Generate(_matrix, _matrixNumbers, _matrixStreams);
        ComparatorKernel.Generate(_vector, _vectorNumbers, _vectorStreams);
    }

    /// <summary>XNOR and counters on packed streams.</summary>
    [Benchmark]
    public void Multiply() => BipolarProductKernel.Multiply(_matrixStreams, _vectorStreams, Length, _ones);

    private static ushort[] Values(int count, uint key)
    {
        ushort[] values = new ushort[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (ushort)CounterGenerator.Word(key, 9, (uint)i);
        }

        return values;
    }
}
