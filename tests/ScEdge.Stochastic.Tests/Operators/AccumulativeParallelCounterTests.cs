using System;
using System.Linq;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class AccumulativeParallelCounterTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void Accumulate_EveryEncoding_IsTheExactSum()
    {
        foreach (StreamEncoding encoding in Enum.GetValues<StreamEncoding>())
        {
            Bitstream[] inputs = [.. Enumerable.Range(0, 7).Select(i => BitPattern.Parse(
                BitPattern.Text(Replications.Unipolar(i / 7.0, 77, (uint)i, 5)),
                encoding,
                2,
                encoding == StreamEncoding.SignMagnitude && i % 2 == 0))];
            var counter = new AccumulativeParallelCounter(7, 154, encoding);
            counter.Accumulate(inputs);
            Assert.Equal(inputs.Sum(input => input.Value), counter.Value, 12);
            counter.Accumulate(inputs);
            Assert.Equal(inputs.Sum(input => input.Value), counter.Value, 12);
            Assert.Equal(154, counter.Cycles);
            Assert.Equal(0, counter.Saturations);
            counter.Clear();
            Assert.Equal((0L, 0L, 0.0), (counter.Sum, counter.Cycles, counter.Value));
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(1, 1, 1)]
    [InlineData(1, 255, 8)]
    [InlineData(1, 256, 9)]
    [InlineData(512, 512, 19)]
    public void RegisterBits_FanInAndCapacity_HoldTheirProduct(int fanIn, int capacity, int bits)
    {
        Assert.Equal(bits, new AccumulativeParallelCounter(fanIn, capacity, StreamEncoding.Unipolar).RegisterBits);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Accumulate_AllOnesAtFullFanIn_DoesNotSaturate()
    {
        Bitstream[] inputs = [.. Enumerable.Range(0, 64).Select(_ => Bitstream.Ones(64, StreamEncoding.Unipolar))];
        var counter = new AccumulativeParallelCounter(64, 64, StreamEncoding.Unipolar);
        counter.Accumulate(inputs);
        Assert.Equal(64 * 64, counter.Sum);
        Assert.Equal(64.0, counter.Value);
        Assert.Equal(0, counter.Saturations);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Accumulate_NarrowRegister_ClipsAndReportsEachCycle()
    {
        Bitstream[] inputs = [.. Enumerable.Range(0, 3).Select(_ => Bitstream.Ones(10, StreamEncoding.Unipolar))];
        var counter = new AccumulativeParallelCounter(3, StreamEncoding.Unipolar, 4);
        counter.Accumulate(inputs);
        Assert.Equal(15, counter.Sum);
        Assert.Equal(5, counter.Saturations);

        var negative = new AccumulativeParallelCounter(1, StreamEncoding.SignMagnitude, 2);
        negative.Accumulate([BitPattern.Parse("11111", StreamEncoding.SignMagnitude, 0, true)]);
        Assert.Equal(-3, negative.Sum);
        Assert.Equal(2, negative.Saturations);
    }

    /// <summary>Var = sum p_i (1 - p_i) / N for independent inputs, 5 sigma: a quarter of a multiplexer's for these four.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Accumulate_IndependentInputs_HasTheMomentsOfTheory()
    {
        const int Length = 64;
        double[] p = [0.5, 0.25, 0.75, 0.5];
        Replications.AssertMoments(
            Replications.Run(10000, p.Sum(), r =>
            {
                var counter = new AccumulativeParallelCounter(4, Length, StreamEncoding.Unipolar);
                counter.Accumulate([.. p.Select((value, i) => Replications.Unipolar(value, Length, 31 + (uint)i, r))]);
                return counter.Value;
            }),
            p.Sum(value => value * (1 - value)) / Length);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void BadArguments_EveryEntry_Throw()
    {
        var counter = new AccumulativeParallelCounter(2, 16, StreamEncoding.Unipolar);
        var stream = new Bitstream(8, StreamEncoding.Unipolar);
        counter.Accumulate([stream, stream]);
        Assert.Throws<ArgumentException>(() => counter.Accumulate([stream]));
        Assert.Throws<ArgumentException>(() => counter.Accumulate([stream, new Bitstream(9, StreamEncoding.Unipolar)]));
        Assert.Throws<ArgumentException>(() => counter.Accumulate([stream, new Bitstream(8, StreamEncoding.Bipolar)]));
        var scaled = new Bitstream(8, StreamEncoding.Unipolar, 1, false);
        Assert.Throws<ArgumentException>(() => counter.Accumulate([scaled, scaled]));
        Assert.Throws<ArgumentException>(() => new AccumulativeParallelCounter(0, 16, StreamEncoding.Unipolar));
        Assert.Throws<ArgumentException>(() => new AccumulativeParallelCounter(1, StreamEncoding.Unipolar, 63));
    }
}
