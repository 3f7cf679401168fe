using System;
using System.Linq;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Sources;

[Trait("Kind", "Property")]
public sealed class SharedSourceGeneratorTests
{
    private static readonly long[] EveryNumerator = [.. Enumerable.Range(0, 17).Select(i => (long)i)];

    public static TheoryData<int> Lengths => [1, 7, 16, 31, 33, 64, 100];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Generate_Unipolar_GatesAreExactlyTheirCorrelatedForms(int length)
    {
        var generator = new SharedSourceGenerator(new CounterSource(9, 0, 0, 8), 4);
        Bitstream[] streams = generator.Generate(StreamEncoding.Unipolar, EveryNumerator, length);
        foreach (Bitstream a in streams)
        {
            foreach (Bitstream b in streams)
            {
                int x = a.CountOnes();
                int y = b.CountOnes();
                Assert.Equal(Math.Min(x, y), AndMultiplier.Multiply(a, b).CountOnes());
                Assert.Equal(Math.Max(x, y), OrAdder.Add(a, b).CountOnes());
                Assert.Equal(Math.Abs(x - y), XorSubtractor.AbsoluteDifference(a, b).CountOnes());
                bool isConstant = x * y == 0 || x == length || y == length;
                Assert.Equal(isConstant ? 0.0 : 1.0, StochasticCrossCorrelation.Of(a, b));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Generate_Bipolar_XnorIsOneMinusTwiceTheDifference(int length)
    {
        long[] numerators = [.. EveryNumerator.Select(i => i - 8)];
        Bitstream[] streams = new SharedSourceGenerator(new CounterSource(9, 1, 0, 8), 4).Generate(StreamEncoding.Bipolar, numerators, length);
        foreach (Bitstream a in streams)
        {
            foreach (Bitstream b in streams)
            {
                long difference = Math.Abs(a.CountOnes() - b.CountOnes());
                Assert.Equal(length - (2 * difference), XnorMultiplier.Multiply(a, b).Numerator);
            }
        }
    }

    [Fact]
    public void Generate_EachStream_IsTheOneThatItsOwnComparatorWouldMake()
    {
        Bitstream[] streams = new SharedSourceGenerator(new LfsrSource(8, 77), 8).Generate(StreamEncoding.SignMagnitude, [-30, 200], 90);
        Bitstream alone = new StochasticNumberGenerator(new LfsrSource(8, 77)).GenerateSignMagnitude(200, 90);
        Assert.Equal(alone.Words, streams[1].Words);
        Assert.True(streams[0].IsNegative);
        Assert.All(streams, stream => Assert.True(BitPattern.TailIsClear(stream)));
    }

    [Fact]
    public void Generate_Twice_GoesOnWithTheSource()
    {
        var generator = new SharedSourceGenerator(new RampSource(4), 4);
        generator.Generate(StreamEncoding.Unipolar, [8], 8);
        Assert.Equal("00000000", BitPattern.Text(generator.Generate(StreamEncoding.Unipolar, [8], 8)[0]));
    }
}
