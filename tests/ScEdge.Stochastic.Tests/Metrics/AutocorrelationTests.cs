using System;
using System.Linq;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Operators;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Metrics;

public sealed class AutocorrelationTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void AtLag_EveryLag_IsTheDefinition()
    {
        foreach (int length in (int[])[2, 33, 64, 100])
        {
            Bitstream stream = Replications.Unipolar(0.4, length, 10, 2);
            stream[0] = true;
            stream[1] = false;
            double mean = stream.Value;
            double[] deviations = [.. Enumerable.Range(0, length).Select(t => (stream[t] ? 1 : 0) - mean)];
            for (int lag = 0; lag < length; lag++)
            {
                double expected = Enumerable.Range(0, length - lag).Sum(t => deviations[t] * deviations[t + lag])
                    / deviations.Sum(d => d * d);
                Assert.Equal(expected, Autocorrelation.AtLag(stream, lag), 12);
            }
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void AtLag_PeriodicOrConstantStream_IsKnown()
    {
        Bitstream alternating = BitPattern.Parse(string.Concat(Enumerable.Repeat("10", 50)));
        Assert.Equal(1.0, Autocorrelation.AtLag(alternating, 0), 12);
        Assert.Equal(-0.99, Autocorrelation.AtLag(alternating, 1), 12);
        Assert.Equal(0.98, Autocorrelation.AtLag(alternating, 2), 12);
        Assert.Equal(0.0, Autocorrelation.AtLag(Bitstream.Ones(8, StreamEncoding.Unipolar), 1));
        Assert.Throws<ArgumentException>(() => Autocorrelation.AtLag(alternating, 100));
        Assert.Throws<ArgumentException>(() => Autocorrelation.AtLag(alternating, -1));
    }

    /// <summary>Independent bits: standard deviation 1 / sqrt N, 5 sigma at each of 64 lags.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void AtLag_IndependentBits_IsNearZero()
    {
        const int Length = 1 << 16;
        Bitstream stream = Replications.Unipolar(0.3, Length, 11, 0);
        for (int lag = 1; lag <= 64; lag++)
        {
            Assert.InRange(Autocorrelation.AtLag(stream, lag), -5 / Math.Sqrt(Length), 5 / Math.Sqrt(Length));
        }
    }
}
