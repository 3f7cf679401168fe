using System;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class FeedbackSquareRootTests
{
    private const int Width = 6;

    /// <summary>
    /// The counter holds every input pulse that the squared output has not taken away, so their counts can differ by no more
    /// than its range, whatever the bits: the balance on which the circuit rests.
    /// </summary>
    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(0.125)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public void Apply_AnyInput_BalancesInputAndSquaredOutput(double x)
    {
        var circuit = new FeedbackSquareRoot(new CounterSource(80, 0, 0, 16), 8);
        Bitstream input = Replications.Unipolar(x, 20000, 81, 0);
        Bitstream output = circuit.Apply(input);
        int squared = AndMultiplier.Multiply(output, Isolator.Delay(output, 1, false)).CountOnes();
        Assert.Equal(0, circuit.Saturations);
        Assert.InRange(input.CountOnes() - squared, -128, 128);
        Assert.True(BitPattern.TailIsClear(output));
    }

    /// <summary>
    /// Once settled, E[y] = r - 2^-w (1 - r) / 4 with r = sqrt x, to first order in 2^-w; 5 standard errors and 15 % of the
    /// correction for higher orders. The counter is narrow to make the correction large. A first block of 40 time
    /// constants is thrown away.
    /// </summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0.0625)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Apply_Settled_HasTheDocumentedBias(double x)
    {
        const int Narrow = 4;
        double root = Math.Sqrt(x);
        double correction = Math.Pow(2, -Narrow) * (1 - root) / 4;
        int settling = (int)(40 * Math.Pow(2, Narrow) / (2 * root));
        ErrorStatistics statistics = Replications.Run(500, root, r =>
        {
            var circuit = new FeedbackSquareRoot(new CounterSource(82, 0, r, 16), Narrow);
            circuit.Apply(Replications.Unipolar(x, settling, 83, r));
            return circuit.Apply(Replications.Unipolar(x, 8192, 84, r)).Value;
        });
        double bound = (5 * statistics.StandardError) + (0.15 * correction);
        Assert.InRange(statistics.Bias + correction, -bound, bound);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Apply_ZeroAndOne_ReachTheEnds()
    {
        var circuit = new FeedbackSquareRoot(new CounterSource(85, 0, 0, 16), Width);
        circuit.Apply(Bitstream.Ones(4096, StreamEncoding.Unipolar));
        Assert.Equal(1.0, circuit.Apply(Bitstream.Ones(4096, StreamEncoding.Unipolar)).Value, 2);
        circuit.Reset();
        circuit.Apply(Bitstream.Zeros(1 << 16, StreamEncoding.Unipolar));
        Assert.Equal(0.0, circuit.Apply(Bitstream.Zeros(4096, StreamEncoding.Unipolar)).Value, 1);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Reset_AfterAStream_RepeatsItsBits()
    {
        var circuit = new FeedbackSquareRoot(new CounterSource(86, 0, 0, 16), Width);
        Bitstream input = Replications.Unipolar(0.3, 300, 87, 0);
        Bitstream first = circuit.Apply(input);
        circuit.Reset();
        Assert.Equal(first.Words, circuit.Apply(input).Words);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Apply_Scales_AreHalvedAndOddOnesRefused()
    {
        var circuit = new FeedbackSquareRoot(new CounterSource(88, 0, 0, 16), Width);
        Assert.Equal(-2, circuit.Apply(new Bitstream(8, StreamEncoding.Unipolar, -4, false)).ScaleExponent);
        Assert.Throws<ArgumentException>(() => circuit.Apply(new Bitstream(8, StreamEncoding.Unipolar, -3, false)));
        Assert.Throws<ArgumentException>(() => circuit.Apply(new Bitstream(8, StreamEncoding.Bipolar)));
        Assert.Throws<ArgumentException>(() => new FeedbackSquareRoot(new RampSource(4), 5));
    }
}
