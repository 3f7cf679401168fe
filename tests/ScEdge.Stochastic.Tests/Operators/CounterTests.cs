using System;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

[Trait("Kind", "Unit")]
public sealed class CounterTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(255, 8)]
    [InlineData(256, 9)]
    [InlineData(1L << 40, 41)]
    public void BitsFor_Maximum_HoldsTheMaximumItself(long maximum, int bits)
    {
        Assert.Equal(bits, CounterRegister.BitsFor(maximum));
    }

    [Fact]
    public void Count_StreamOfOnes_HoldsTheLengthItself()
    {
        var counter = new BinaryCounter(512);
        counter.Count(Bitstream.Ones(256, StreamEncoding.Unipolar));
        Assert.Equal((10, 256L, 256L), (counter.Bits, counter.Ones, counter.Cycles));
        counter.Count(Bitstream.Zeros(200, StreamEncoding.Unipolar));
        Assert.Equal((256L, 456L), (counter.Ones, counter.Cycles));
        Assert.Throws<ArgumentException>(() => counter.Count(new Bitstream(57, StreamEncoding.Unipolar)));
        counter.Clear();
        Assert.Equal((0L, 0L), (counter.Ones, counter.Cycles));
        Assert.Throws<ArgumentException>(() => new BinaryCounter(0));
    }

    [Fact]
    public void Step_AtTheEnds_StaysAndReports()
    {
        var counter = new SaturatingUpDownCounter(3, 1);
        counter.Step(true, false);
        counter.Step(true, false);
        Assert.Equal((2, 1L), (counter.State, counter.Saturations));
        counter.Step(true, true);
        counter.Step(false, false);
        Assert.Equal(2, counter.State);
        for (int i = 0; i < 5; i++)
        {
            counter.Step(false, true);
        }

        Assert.Equal((0, 4L), (counter.State, counter.Saturations));
        counter.Reset();
        Assert.Equal((1, 0L), (counter.State, counter.Saturations));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 4)]
    [InlineData(4, -1)]
    public void Constructor_StatesOutOfRange_Throws(int states, int initialState)
    {
        Assert.Throws<ArgumentException>(() => new SaturatingUpDownCounter(states, initialState));
    }

    /// <summary>The share of state i is proportional to r^i, r = p / (1 - p): here 1, 3, 9, 27 fortieths.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Step_IndependentPulses_HasTheGeometricStationaryLaw()
    {
        const int Blocks = 400;
        const int Length = 512;
        double[] shares = [1 / 40.0, 3 / 40.0, 9 / 40.0, 27 / 40.0];
        for (int state = 0; state < 4; state++)
        {
            var counter = new SaturatingUpDownCounter(4, 2);
            var statistics = Replications.Run(Blocks, shares[state], block =>
            {
                Bitstream pulses = Replications.Unipolar(0.75, Length, 40, block);
                int visits = 0;
                for (int t = 0; t < Length; t++)
                {
                    counter.Step(pulses[t], !pulses[t]);
                    visits += counter.State == state ? 1 : 0;
                }

                return visits / (double)Length;
            });

            // Blocks are long against the memory of four states, so the spread of their means gives the standard error.
            Assert.InRange(statistics.Bias, -5 * statistics.StandardError, 5 * statistics.StandardError);
        }
    }
}
