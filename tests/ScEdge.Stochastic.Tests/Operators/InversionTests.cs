using System;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class InversionTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void Invert_EveryLength_IsTheComplementWithClearTail()
    {
        for (int length = 1; length <= 100; length++)
        {
            Bitstream stream = Replications.Unipolar(0.3, length, 50, (uint)length);
            Bitstream inverse = Inverter.Invert(stream);
            Assert.Equal(length - stream.CountOnes(), inverse.CountOnes());
            Assert.True(BitPattern.TailIsClear(inverse));
            Assert.Equal(stream.Words, Inverter.Invert(inverse).Words);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Invert_Encodings_ComplementOrNegate()
    {
        Assert.Equal(1.0, Inverter.Invert(BitPattern.Parse("1110", StreamEncoding.Unipolar, 2)).Value);
        Assert.Equal(-0.5, Inverter.Invert(BitPattern.Parse("1110", StreamEncoding.Bipolar)).Value);
        Bitstream negative = Inverter.Invert(BitPattern.Parse("1110", StreamEncoding.SignMagnitude));
        Assert.Equal(-0.75, negative.Value);
        Assert.Equal(0.75, Inverter.Invert(negative).Value);
        Bitstream stream = BitPattern.Parse("1100101");
        Assert.Equal(-1.0, StochasticCrossCorrelation.Of(stream, Inverter.Invert(stream)));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void AbsoluteDifference_Bits_AreTheGate()
    {
        Bitstream a = BitPattern.Parse("0011", StreamEncoding.Unipolar, 1);
        Bitstream b = BitPattern.Parse("0101", StreamEncoding.Unipolar, 1);
        Bitstream difference = XorSubtractor.AbsoluteDifference(a, b);
        Assert.Equal("0110", BitPattern.Text(difference));
        Assert.Equal(1, difference.ScaleExponent);
        Assert.Throws<ArgumentException>(() => XorSubtractor.AbsoluteDifference(
            new Bitstream(4, StreamEncoding.Bipolar), new Bitstream(4, StreamEncoding.Bipolar)));
    }

    /// <summary>Independent operands give pa + pb - 2 pa pb instead, Var of one Bernoulli count, 5 sigma.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void AbsoluteDifference_IndependentStreams_IsNotTheDifference()
    {
        const double P = 0.5 + 0.25 - (2 * 0.5 * 0.25);
        Replications.AssertMoments(
            Replications.Run(10000, P, r => XorSubtractor.AbsoluteDifference(
                Replications.Unipolar(0.5, 100, 51, r), Replications.Unipolar(0.25, 100, 52, r)).Value),
            P * (1 - P) / 100,
            Replications.BinomialKurtosis(P, 100));
    }
}
