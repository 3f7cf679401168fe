using System.Collections.Generic;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Cli.Benchmarks;

/// <summary>
/// Streams on one core: random bits from cells into a counter, a matrix times a vector, sums.
/// </summary>
internal static class StreamBenchmark
{
    private const int Numbers = 16384;
    private const int Size = 256;
    private const int StreamLength = 256;
    private const int Shares = 8;
    private const int AdderLevels = 8;
    private const int AdderInputs = 1 << AdderLevels;
    private const int AdderLength = 8192;

    /// <summary>Measures; eight equal shares of the time.</summary>
    public static IEnumerable<BenchmarkRow> Run(double seconds)
    {
        foreach (int length in new[] { 32, StreamLength })
        {
            yield return Bits(
                $"cbram_bits_own_{length}",
                $"CBRAM bits, each cell its own probability, N = {length}, into a counter",
                0.3,
                length,
                seconds / Shares);
            yield return Bits($"cbram_bits_alike_{length}", $"CBRAM bits, cells alike, N = {length}, into a counter", 0, length, seconds / Shares);
        }

        const int words = StreamLength / 32;
        ushort[] matrix = Thresholds(Size * Size, 1);
        ushort[] vector = Thresholds(Size, 2);
        ushort[] matrixNumbers = Thresholds(StreamLength, 3);
        ushort[] vectorNumbers = Thresholds(StreamLength, 4);
        uint[] matrixStreams = new uint[Size * Size * words];
        uint[] vectorStreams = new uint[Size * words];
        long[] ones = new long[Size];
        Measurement whole = Measurement.Of(seconds / Shares, () =>
        {
            ComparatorKernel.Generate(matrix, matrixNumbers, matrixStreams);
            ComparatorKernel.Generate(vector, vectorNumbers, vectorStreams);
            BipolarProductKernel.Multiply(matrixStreams, vectorStreams, StreamLength, ones);
        });
        Measurement product = Measurement.Of(
            seconds / Shares, () => BipolarProductKernel.Multiply(matrixStreams, vectorStreams, StreamLength, ones));
        const double macBits = (double)Size * Size * StreamLength * 1e-9;
        yield return BenchmarkRow.Rate(
            "mac_bits_generated",
            $"bipolar {Size} x {Size} matrix times vector, N = {StreamLength}, streams generated",
            macBits,
            whole,
            "Gbit/s");
        yield return BenchmarkRow.Rate("mac_bits_packed", "the same with the streams at hand: XNOR and counters", macBits, product, "Gbit/s");
        foreach (BenchmarkRow row in Sums(seconds / Shares))
        {
            yield return row;
        }
    }

    private static IEnumerable<BenchmarkRow> Sums(double seconds)
    {
        uint[] inputs = Words(AdderInputs * AdderLength / 32, 5);
        uint[] selects = Words(AdderLevels * AdderLength / 32, 6);
        uint[] output = new uint[AdderLength / 32];
        ParallelCounterRegister register = new(0, long.MaxValue);
        Measurement multiplexer = Measurement.Of(seconds, () => MuxAdderKernel.Add(inputs, selects, output));
        Measurement counter = Measurement.Of(seconds, () => ParallelCounterKernel.Accumulate(ref register, inputs, AdderLength, []));
        const double inputBits = (double)AdderInputs * AdderLength * 1e-9;
        yield return BenchmarkRow.Rate("mux_bits", $"multiplexer of {AdderInputs} streams, bits of all inputs", inputBits, multiplexer, "Gbit/s");
        yield return BenchmarkRow.Rate("apc_bits", $"parallel counter of {AdderInputs} streams, bits of all inputs", inputBits, counter, "Gbit/s");
    }

    private static BenchmarkRow Bits(string name, string description, double spread, int length, double seconds)
    {
        CellBank bank = new(new CellBankSettings { Lanes = 256, CellsPerLane = length, DeviceToDevice = spread, CycleToCycle = spread }, 0);
        uint[] probabilities = new uint[Numbers];
        for (int i = 0; i < Numbers; i++)
        {
            probabilities[i] = 1 + (CounterGenerator.Word(5, 6, (uint)i) >> 16);
        }

        uint[] ones = new uint[Numbers];
        OperationCounts counts = new();
        ulong key = 0;
        Measurement measurement = Measurement.Of(seconds, () =>
        {
            key += 0x9E3779B97F4A7C15;
            CellBankKernel.CountOnes(bank, probabilities, length, key, 0, ones, counts);
        });
        return BenchmarkRow.Rate(name, description, (double)Numbers * length * 1e-9, measurement, "Gbit/s");
    }

    private static ushort[] Thresholds(int count, uint key)
    {
        ushort[] values = new ushort[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (ushort)CounterGenerator.Word(key, 9, (uint)i);
        }

        return values;
    }

    private static uint[] Words(int count, uint key)
    {
        uint[] words = new uint[count];
        for (int i = 0; i < count; i++)
        {
            words[i] = CounterGenerator.Word(key, 9, (uint)i);
        }

        return words;
    }
}
