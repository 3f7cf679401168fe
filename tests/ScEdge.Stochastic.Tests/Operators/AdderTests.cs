using System;
using System.Linq;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class AdderTests
{
    private const int Length = 100;

    [Fact]
    [Trait("Kind", "Unit")]
    public void MuxAdd_SelectBits_ChooseTheInputAndScaleUp()
    {
        Bitstream sum = MuxAdder.Add(BitPattern.Parse("00001111"), BitPattern.Parse("00110011"), BitPattern.Parse("01010101"));
        Assert.Equal("00011011", BitPattern.Text(sum));
        Assert.Equal(1, sum.ScaleExponent);
        Bitstream weighted = MuxAdder.Interpolate(BitPattern.Parse("0000"), BitPattern.Parse("1111"), BitPattern.Parse("1000"));
        Assert.Equal(0.25, weighted.Value);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void MuxAdd_ManyInputs_SelectIsTheIndexInBinary()
    {
        Bitstream[] inputs = [.. Enumerable.Range(0, 8).Select(i => BitPattern.Parse(new string('0', i) + "1" + new string('0', 7 - i)))];
        Bitstream[] selects = [BitPattern.Parse("01010101"), BitPattern.Parse("00110011"), BitPattern.Parse("00001111")];
        Bitstream sum = MuxAdder.Add(inputs, selects);
        Assert.Equal("11111111", BitPattern.Text(sum));
        Assert.Equal(8.0, sum.Value);
        Assert.Equal("10", BitPattern.Text(MuxAdder.Add([BitPattern.Parse("10")], [])));
        Assert.Throws<ArgumentException>(() => MuxAdder.Add(inputs[..7], selects));
        Assert.Throws<ArgumentException>(() => MuxAdder.Add([], []));
    }

    /// <summary>k = 4: E is the sum, Var = k^2 m (1 - m) / N with m the mean p; 5 sigma. The inputs share one source.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void MuxAdd_UnipolarInputs_HasTheMomentsOfTheory()
    {
        long[] numerators = [4096, 32768, 49152, 16384];
        double mean = numerators.Sum() / 65536.0 / 4;
        Replications.AssertMoments(
            Replications.Run(10000, 4 * mean, r => MuxAdder.Add(
                new SharedSourceGenerator(new CounterSource(41, 0, r, 16), 16).Generate(StreamEncoding.Unipolar, numerators, Length),
                [Replications.Unipolar(0.5, Length, 11, r), Replications.Unipolar(0.5, Length, 12, r)]).Value),
            16 * mean * (1 - mean) / Length,
            Replications.BinomialKurtosis(mean, Length));
    }

    /// <summary>Var = k^2 (1 - m^2) / N with m the mean x; 5 sigma.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void MuxAdd_BipolarInputs_HasTheMomentsOfTheory()
    {
        Replications.AssertMoments(
            Replications.Run(10000, -0.25, r => MuxAdder.Add(
                Replications.Bipolar(0.5, Length, 13, r),
                Replications.Bipolar(-0.75, Length, 14, r),
                Replications.Unipolar(0.5, Length, 15, r)).Value),
            4 * (1 - (0.125 * 0.125)) / Length,
            Replications.BinomialKurtosis(0.4375, Length));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void OrAdd_Bits_AreTheGateAndExactWhenDisjoint()
    {
        Assert.Equal("0111", BitPattern.Text(OrAdder.Add(BitPattern.Parse("0011"), BitPattern.Parse("0101"))));
        Assert.Equal(6.0, OrAdder.Add([
            BitPattern.Parse("1000", StreamEncoding.Unipolar, 3), BitPattern.Parse("0100", StreamEncoding.Unipolar, 3),
            BitPattern.Parse("0001", StreamEncoding.Unipolar, 3)]).Value);
        Assert.Throws<ArgumentException>(() => OrAdder.Add(new Bitstream(4, StreamEncoding.Bipolar), new Bitstream(4, StreamEncoding.Bipolar)));
    }

    /// <summary>E = 1 - (1 - pa)(1 - pb)(1 - pc), Var = E (1 - E) / N, 5 sigma.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void OrAdd_IndependentStreams_HasTheMomentsOfTheory()
    {
        const double P = 1 - (0.75 * 0.5 * 0.875);
        Replications.AssertMoments(
            Replications.Run(10000, P, r => OrAdder.Add([
                Replications.Unipolar(0.25, Length, 16, r), Replications.Unipolar(0.5, Length, 17, r),
                Replications.Unipolar(0.125, Length, 18, r)]).Value),
            P * (1 - P) / Length,
            Replications.BinomialKurtosis(P, Length));
    }

    /// <summary>Random streams of every length: the bits are those of the circuit stepped cycle by cycle, the count is half the sum.</summary>
    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(false)]
    [InlineData(true)]
    public void ToggleAdd_EveryLength_CountsHalfTheSumRoundedByTheFirstState(bool initialState)
    {
        for (int length = 1; length <= 200; length++)
        {
            Bitstream a = Replications.Unipolar(0.7, length, 19, (uint)length);
            Bitstream b = Replications.Unipolar(0.4, length, 20, (uint)length);
            Bitstream sum = ToggleFlipFlopAdder.Add(a, b, initialState);
            bool state = initialState;
            for (int t = 0; t < length; t++)
            {
                Assert.Equal(a[t] == b[t] ? a[t] : state, sum[t]);
                state ^= a[t] != b[t];
            }

            Assert.Equal((a.CountOnes() + b.CountOnes() + (initialState ? 1 : 0)) / 2, sum.CountOnes());
            Assert.True(BitPattern.TailIsClear(sum));
            Assert.True(Math.Abs(sum.Value - (a.Value + b.Value)) <= (1.0 / length) + 1e-12);
        }
    }

    /// <summary>A tree of depth d is off by at most d / 2 ones of the average, that is k d / (2 N) of the sum.</summary>
    [Fact]
    [Trait("Kind", "Property")]
    public void ToggleAdd_Tree_StaysWithinItsRoundingBound()
    {
        for (uint trial = 0; trial < 200; trial++)
        {
            Bitstream[] inputs = [.. Enumerable.Range(0, 8).Select(i => Replications.Bipolar((i - 4) / 5.0, Length, 21 + (uint)i, trial))];
            Bitstream sum = ToggleFlipFlopAdder.Add(inputs);
            Assert.Equal(3, sum.ScaleExponent);
            double bound = 2 * 8 * 3 / (2.0 * Length);
            Assert.InRange(sum.Value - inputs.Sum(input => input.Value), -bound, bound);
        }

        Assert.Throws<ArgumentException>(
            () => ToggleFlipFlopAdder.Add([.. Enumerable.Range(0, 3).Select(_ => new Bitstream(4, StreamEncoding.Bipolar))]));
    }
}
