using System;
using System.Linq;
using ScEdge.Cbram.Fitting;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Cbram.Tests.Fitting;

public sealed class KolmogorovSmirnovTestTests
{
    [Fact]
    [Trait("Kind", "Unit")]
    public void OfUniform_SmallSample_FindsTheLargestDistance()
    {
        // The steps 1/3, 2/3, 1 at 0.1, 0.2, 0.9: the largest gap is 2/3 - 0.2.
        KolmogorovSmirnovTest test = KolmogorovSmirnovTest.OfUniform([0.9, 0.1, 0.2]);
        Assert.Equal((2.0 / 3.0) - 0.2, test.Statistic, 12);
        Assert.Equal(3, test.SampleSize);
    }

    // Exact 5 % and 1 % points of D: L. H. Miller, "Table of Percentage Points of Kolmogorov Statistics", JASA 51, 1956.
    [Theory]
    [InlineData(5, 0.56328, 0.05)]
    [InlineData(10, 0.40925, 0.05)]
    [InlineData(20, 0.29408, 0.05)]
    [InlineData(50, 0.18845, 0.05)]
    [InlineData(10, 0.48893, 0.01)]
    [InlineData(50, 0.22604, 0.01)]
    public void OfUniform_TabulatedStatistic_GivesItsLevel(int size, double statistic, double level)
    {
        // Squeezing evenly spaced numbers towards zero leaves the largest distance at the last of them.
        double last = 1.0 - statistic;
        double[] values = [.. Enumerable.Range(1, size).Select(i => i * last / size)];
        KolmogorovSmirnovTest test = KolmogorovSmirnovTest.OfUniform(values);
        Assert.Equal(statistic, test.Statistic, 12);
        Assert.InRange(test.PValue, level - 0.002, level + 0.002);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void OfUniform_UniformNumbers_GiveUniformPValues()
    {
        const int Samples = 2000;
        int[] bins = new int[10];
        for (uint sample = 0; sample < Samples; sample++)
        {
            ulong key = CounterGenerator.Key(11, 1, sample);
            double[] values =
            [
                .. Enumerable.Range(0, 50).Select(
                    i => (CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)i) + 0.5) / 4294967296.0),
            ];
            bins[Math.Min(9, (int)(10.0 * KolmogorovSmirnovTest.OfUniform(values).PValue))]++;
        }

        // Chi-square with 9 degrees of freedom exceeds 48 with probability 2.6e-7.
        double chiSquare = bins.Sum(count => (count - (Samples / 10.0)) * (count - (Samples / 10.0)) / (Samples / 10.0));
        Assert.InRange(chiSquare, 0.0, 48.0);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void OfUniform_PerfectlySpread_HasPValueOne() =>
        Assert.Equal(1.0, KolmogorovSmirnovTest.OfUniform(Enumerable.Range(0, 100).Select(i => (i + 0.5) / 100)).PValue);

    [Fact]
    [Trait("Kind", "Unit")]
    public void OfUniform_NothingOrOutside_Throws()
    {
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnovTest.OfUniform([]));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnovTest.OfUniform([0.5, 1.5]));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnovTest.OfUniform([double.NaN, 0.5]));
    }
}
