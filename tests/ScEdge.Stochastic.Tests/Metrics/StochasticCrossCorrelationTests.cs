using System;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Operators;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Metrics;

public sealed class StochasticCrossCorrelationTests
{
    // Worked out by hand from the definition.
    [Theory]
    [Trait("Kind", "Golden")]
    [InlineData("11110000", "11001100", 0.0)]
    [InlineData("11110000", "11110000", 1.0)]
    [InlineData("11110000", "00001111", -1.0)]
    [InlineData("11111100", "11110000", 1.0)]
    [InlineData("11110000", "00011000", 0.0)]
    [InlineData("11110000", "11101000", 0.5)]
    [InlineData("11110000", "10000111", -0.5)]
    [InlineData("11111111", "11110000", 0.0)]
    [InlineData("00000000", "11110000", 0.0)]
    [InlineData("11111100", "00111111", -1.0)]
    public void Of_KnownStreams_IsKnown(string first, string second, double expected)
    {
        Assert.Equal(expected, StochasticCrossCorrelation.Of(BitPattern.Parse(first), BitPattern.Parse(second)), 12);
        Assert.Equal(expected, StochasticCrossCorrelation.Of(BitPattern.Parse(second), BitPattern.Parse(first)), 12);
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(0.25, 0.75)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.875, 0.625)]
    public void Of_SharedAndInvertedSource_IsPlusAndMinusOne(double pa, double pb)
    {
        var shared = new StochasticNumberGenerator(new CounterSource(20261123, 1, 0, 16));
        var inverted = new StochasticNumberGenerator(new InvertedSource(new CounterSource(20261123, 1, 0, 16)));
        Bitstream a = Replications.Unipolar(pa, 333, 1, 0);
        Assert.Equal(1.0, StochasticCrossCorrelation.Of(a, shared.GenerateUnipolar((long)(pb * 65536), 333)));
        Bitstream opposed = inverted.GenerateUnipolar((long)(pb * 65536), 333);
        double scc = StochasticCrossCorrelation.Of(a, opposed);

        // Below 1 in sum the two never meet; above, they meet only as often as they must.
        Assert.Equal(-1.0, scc);
    }

    /// <summary>
    /// Independent sources: p(11) - pa pb has mean 0 and variance pa (1 - pa) pb (1 - pb) / (N - 1) given the counts;
    /// divided by the extreme of its sign. 5 sigma of the larger quotient for one long pair.
    /// </summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0.25, 0.75)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.125, 0.25)]
    public void Of_IndependentSources_IsNearZero(double pa, double pb)
    {
        const int Length = 1 << 17;
        double scc = StochasticCrossCorrelation.Of(Replications.Unipolar(pa, Length, 2, 0), Replications.Unipolar(pb, Length, 3, 0));
        double extreme = Math.Min(Math.Min(pa, pb) - (pa * pb), (pa * pb) - Math.Max(pa + pb - 1, 0));
        double bound = 5 * Math.Sqrt(pa * (1 - pa) * pb * (1 - pb) / Length) / extreme;
        Assert.InRange(scc, -bound, bound);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Of_LongStreams_DoesNotOverflow()
    {
        Bitstream ones = Bitstream.Ones(1 << 21, StreamEncoding.Unipolar);
        ones[0] = false;
        Assert.Equal(1.0, StochasticCrossCorrelation.Of(ones, ones));
    }
}
