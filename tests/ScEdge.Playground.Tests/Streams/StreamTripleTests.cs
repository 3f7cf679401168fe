using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Playground.Streams;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Tests.Streams;

[Trait("Kind", "Property")]
public sealed class StreamTripleTests
{
    public static IEnumerable<object[]> Correlations =>
        from source in new[] { BitSource.Cells, BitSource.Counter }
        from correlation in new[] { -1, -0.5, 0, 0.25, 1 }
        select new object[] { source, correlation };

    [Fact]
    public void Of_IndependentNumbers_AreThoseOfTheLibrary()
    {
        StreamTriple streams = StreamTriple.Of(new StreamSettings { Source = BitSource.Counter, P = 40000, Q = 9000, Length = 512, Seed = 7 });

        Assert.Equal(new StochasticNumberGenerator(new CounterSource(7, 0, 0, 16)).GenerateUnipolar(40000, 512).Words, streams.A.Words);
        Assert.Equal(new StochasticNumberGenerator(new CounterSource(7, 1, 0, 16)).GenerateUnipolar(9000, 512).Words, streams.B.Words);
    }

    [Fact]
    public void Of_CellsThatDiffer_CountWhatTheirBankCounts()
    {
        StreamSettings settings = new()
        {
            P = 30000, Q = 50000, Length = 256, Seed = 3, Preset = "jo2009", Effects = Nonidealities.None with { DeviceToDevice = 0.4 },
        };
        CellBankSettings cells = new() { CellsPerLane = 256, DeviceToDevice = 0.4, DeviceToDeviceSeed = 3, EnduranceCycles = 100_000_000 };
        OperationCounts counts = new();
        ulong a = CounterGenerator.Key(3, 0, 0);
        ulong b = CounterGenerator.Key(3, 1, 0);

        StreamTriple streams = StreamTriple.Of(settings);

        Assert.Equal(new CellBank(cells, 0).CountOnes(0, 30000, 256, (uint)a, (uint)(a >> 32), 0, counts), streams.A.CountOnes());
        Assert.Equal(new CellBank(cells, 1).CountOnes(0, 50000, 256, (uint)b, (uint)(b >> 32), 0, counts), streams.B.CountOnes());
        Assert.Equal(counts.SetEvents, streams.Counts.SetEvents);
        Assert.Equal(counts.RandomWords, streams.Counts.RandomWords);
    }

    /// <summary>The excess over p q scatters by less than sqrt(1 / N); its share of the extreme, at least 0.15, by less than 6.7 of that.</summary>
    [Theory]
    [MemberData(nameof(Correlations))]
    public void Of_WantedCorrelation_IsThatOfTheStreams(BitSource source, double wanted)
    {
        const int Length = 16384;
        StreamSettings settings = new() { Source = source, P = 26214, Q = 36045, Correlation = wanted, Length = Length, Seed = 5 };

        StreamTriple streams = StreamTriple.Of(settings);

        double measured = StochasticCrossCorrelation.Of(streams.A, streams.B);
        Assert.InRange(measured, wanted - (4 * 6.7 / Math.Sqrt(Length)), wanted + (4 * 6.7 / Math.Sqrt(Length)));
        Assert.InRange(streams.A.CountOnes() / (double)Length, 0.4 - 0.02, 0.4 + 0.02);
        Assert.InRange(streams.B.CountOnes() / (double)Length, 0.55 - 0.02, 0.55 + 0.02);
        Assert.True(Math.Abs(wanted) < 1 || measured == wanted, $"{measured}");
    }

    [Theory]
    [InlineData(BitSource.Sobol)]
    [InlineData(BitSource.Ramp)]
    public void Of_EvenNumbers_HaveExactCounts(BitSource source)
    {
        StreamTriple streams = StreamTriple.Of(new StreamSettings { Source = source, P = 16384, Q = 49152, Length = 64 });

        Assert.Equal((16, 48), (streams.A.CountOnes(), streams.B.CountOnes()));
    }

    [Fact]
    public void Of_LongerThanALane_TakesFurtherLanes()
    {
        StreamSettings settings = new() { Length = 16384, Effects = Nonidealities.None with { StuckSet = 0.25 } };

        Bitstream a = StreamTriple.Of(settings with { P = 1 }).A;

        int[] lanes = [.. Enumerable.Range(0, 4).Select(lane => a.CountOnes((lane + 1) * 4096) - a.CountOnes(lane * 4096))];
        Assert.All(lanes, ones => Assert.InRange(ones, 1024 - 140, 1024 + 140));
        Assert.True(lanes.Distinct().Count() > 1, "all lanes have the same cells");
    }
}
