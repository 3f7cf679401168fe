using System.Linq;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class MultiplierTests
{
    private const int Length = 100;

    [Fact]
    [Trait("Kind", "Unit")]
    public void Multiply_EveryPairOfBits_IsTheGate()
    {
        Assert.Equal("0001", BitPattern.Text(AndMultiplier.Multiply(BitPattern.Parse("0011"), BitPattern.Parse("0101"))));
        Assert.Equal("1001", BitPattern.Text(XnorMultiplier.Multiply(
            BitPattern.Parse("0011", StreamEncoding.Bipolar), BitPattern.Parse("0101", StreamEncoding.Bipolar))));
        Assert.Equal("0001", BitPattern.Text(SignMagnitudeMultiplier.Multiply(
            BitPattern.Parse("0011", StreamEncoding.SignMagnitude), BitPattern.Parse("0101", StreamEncoding.SignMagnitude))));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Multiply_Scales_AddTheirExponents()
    {
        Bitstream product = AndMultiplier.Multiply(
            BitPattern.Parse("1111", StreamEncoding.Unipolar, 3), BitPattern.Parse("1100", StreamEncoding.Unipolar, -1));
        Assert.Equal(2, product.ScaleExponent);
        Assert.Equal(2.0, product.Value);
        Assert.Equal(-16.0, XnorMultiplier.Multiply(
            BitPattern.Parse("1111", StreamEncoding.Bipolar, 1), BitPattern.Parse("0000", StreamEncoding.Bipolar, 3)).Value);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void Multiply_Signs_FollowTheRuleOfSigns(bool first, bool second, bool expected)
    {
        Bitstream product = SignMagnitudeMultiplier.Multiply(
            BitPattern.Parse("11", StreamEncoding.SignMagnitude, 0, first), BitPattern.Parse("10", StreamEncoding.SignMagnitude, 0, second));
        Assert.Equal(expected, product.IsNegative);
        Assert.Equal(expected ? -0.5 : 0.5, product.Value);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Multiply_EveryLength_LeavesTheTailClear()
    {
        foreach (int length in Enumerable.Range(1, 100))
        {
            var zero = new Bitstream(length, StreamEncoding.Bipolar);
            Bitstream one = XnorMultiplier.Multiply(zero, zero);
            Assert.True(BitPattern.TailIsClear(one));
            Assert.Equal(length, one.CountOnes());
        }
    }

    /// <summary>E = pa pb and Var = pa pb (1 - pa pb) / N, within 5 sigma.</summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0.5, 0.5)]
    [InlineData(0.25, 0.875)]
    [InlineData(0.0625, 0.5)]
    public void AndMultiply_IndependentStreams_HasTheMomentsOfTheory(double pa, double pb)
    {
        double p = pa * pb;
        Replications.AssertMoments(
            Replications.Run(10000, p, r => AndMultiplier.Multiply(
                Replications.Unipolar(pa, Length, 1, r), Replications.Unipolar(pb, Length, 2, r)).Value),
            p * (1 - p) / Length,
            Replications.BinomialKurtosis(p, Length));
    }

    /// <summary>E = x y and Var = (1 - (x y)^2) / N, within 5 sigma.</summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0.0, 0.0)]
    [InlineData(0.5, -0.75)]
    [InlineData(-0.875, -0.875)]
    public void XnorMultiply_IndependentStreams_HasTheMomentsOfTheory(double x, double y)
    {
        Replications.AssertMoments(
            Replications.Run(10000, x * y, r => XnorMultiplier.Multiply(
                Replications.Bipolar(x, Length, 3, r), Replications.Bipolar(y, Length, 4, r)).Value),
            (1 - (x * y * x * y)) / Length,
            Replications.BinomialKurtosis((1 + (x * y)) / 2, Length));
    }

    /// <summary>E = a b and Var = |a b| (1 - |a b|) / N, within 5 sigma: a sixteenth of the bipolar noise here.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void SignMagnitudeMultiply_IndependentStreams_HasTheMomentsOfTheory()
    {
        const double P = 0.25 * 0.25;
        Replications.AssertMoments(
            Replications.Run(10000, -P, r => SignMagnitudeMultiplier.Multiply(
                Replications.Generator(5, r).GenerateSignMagnitude(-16384, Length),
                Replications.Generator(6, r).GenerateSignMagnitude(16384, Length)).Value),
            P * (1 - P) / Length,
            Replications.BinomialKurtosis(P, Length));
    }
}
