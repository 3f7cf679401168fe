using System;
using System.Linq;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// Packed streams: generated, multiplied and counted as the shared library does it.
/// </summary>
[Trait("Kind", "Property")]
public sealed class StreamKernelTests
{
    public static TheoryData<VectorTier> Tiers => PackedStreams.Tiers;

    [Theory]
    [MemberData(nameof(Tiers))]
    public void Count_AnyLength_CountsTheProductsOfTheSharedMultipliers(VectorTier tier)
    {
        Assert.Equal(0, BitstreamKernel.CountOnes(tier, []));
        foreach (int length in Enumerable.Range(1, 257).Append(8192).Append(40_001))
        {
            Bitstream first = PackedStreams.Drawn(length, StreamEncoding.Bipolar, 1);
            Bitstream second = PackedStreams.Drawn(length, StreamEncoding.Bipolar, 2);
            int xnor = XnorMultiplier.Multiply(first, second).CountOnes();
            Assert.Equal(first.CountOnes(), BitstreamKernel.CountOnes(tier, first.Words));
            Assert.Equal(length - xnor, BitstreamKernel.CountXor(tier, first.Words, second.Words));
            Assert.Equal(xnor, BitstreamKernel.CountXnor(first.Words, second.Words, length));
            first = PackedStreams.Drawn(length, StreamEncoding.Unipolar, 3);
            second = PackedStreams.Drawn(length, StreamEncoding.Unipolar, 4);
            Assert.Equal(AndMultiplier.Multiply(first, second).CountOnes(), BitstreamKernel.CountAnd(tier, first.Words, second.Words));
        }
    }

    [Fact]
    public void CountAnd_UnequalLengths_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BitstreamKernel.CountAnd(new uint[3], new uint[2]));

    [Theory]
    [MemberData(nameof(Tiers))]
    public void Generate_AnyLength_GivesTheStreamsOfTheSharedGenerator(VectorTier tier)
    {
        long[] numerators = [0, 1, 7, 32767, 32768, 40000, 65534, 65535];
        ushort[] thresholds = [.. numerators.Select(numerator => (ushort)numerator)];
        for (int length = 1; length <= 257; length++)
        {
            uint[] numbers = new uint[length];
            CounterSource source = new((ulong)length, 7, 0, 16);
            for (int t = 0; t < length; t++)
            {
                numbers[t] = source.Next();
            }

            source.Reset();
            Bitstream[] expected = new SharedSourceGenerator(source, 16).Generate(StreamEncoding.Unipolar, numerators, length);
            int words = expected[0].Words.Length;
            uint[] streams = new uint[words * thresholds.Length];
            ComparatorKernel.Generate(tier, thresholds, [.. numbers.Select(number => (ushort)number)], streams);
            Assert.Equal(expected.SelectMany(stream => stream.Words), streams);
        }
    }

    [Fact]
    public void Multiply_AnyLength_CountsTheOnesOfEveryRow()
    {
        foreach (int length in new[] { 1, 31, 32, 33, 64, 256 })
        {
            Bitstream[] vector = PackedStreams.Drawn(5, length, StreamEncoding.Bipolar, 50);
            Bitstream[] matrix = PackedStreams.Drawn(15, length, StreamEncoding.Bipolar, 90);
            long[] ones = new long[3];
            BipolarProductKernel.Multiply(PackedStreams.Packed(matrix), PackedStreams.Packed(vector), length, ones);
            for (int row = 0; row < ones.Length; row++)
            {
                long expected = vector
                    .Select((stream, column) => (long)XnorMultiplier.Multiply(matrix[(row * 5) + column], stream).CountOnes())
                    .Sum();
                Assert.Equal(expected, ones[row]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tiers))]
    public void CountOnes_AnyLengthAndCells_CountsWhatTheBankCounts(VectorTier tier)
    {
        foreach (double spread in new[] { 0, 0.3 })
        {
            foreach (int length in new[] { 1, 4, 31, 32, 33, 64, 256 })
            {
                CellBank bank = new(new CellBankSettings { Lanes = 20, CellsPerLane = 256, DeviceToDevice = spread }, 1);
                uint[] probabilities = [.. Enumerable.Range(0, 300).Select(i => (uint)(i % 5 == 0 ? 0 : i % 7 == 0 ? 65536 : (i * 7919) % 65537))];
                uint[] expected = new uint[probabilities.Length];
                uint[] ones = new uint[probabilities.Length];
                OperationCounts expectedCounts = new();
                OperationCounts counts = new();
                CellBankKernel.CountOnes(VectorTier.Scalar, bank, probabilities, length, 123456789123, 13, expected, expectedCounts);
                CellBankKernel.CountOnes(tier, bank, probabilities, length, 123456789123, 13, ones, counts);
                Assert.Equal(expected, ones);
                Assert.Equivalent(expectedCounts, counts);
            }
        }
    }
}
