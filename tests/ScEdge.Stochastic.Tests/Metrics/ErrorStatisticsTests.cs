using System;
using System.Linq;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Metrics;

[Trait("Kind", "Unit")]
public sealed class ErrorStatisticsTests
{
    [Fact]
    public void Add_Errors_HaveTheMomentsOfTheDefinition()
    {
        var source = new CounterSource(7, 7, 7, 16);
        double[] errors = [.. Enumerable.Range(0, 1000).Select(_ => (source.Next() / 65536.0) - 0.3)];
        var statistics = new ErrorStatistics();
        foreach (double error in errors)
        {
            statistics.Add(error + 5, 5);
        }

        double mean = errors.Average();
        double variance = errors.Sum(e => (e - mean) * (e - mean)) / 999;
        Assert.Equal(1000, statistics.Count);
        Assert.Equal(mean, statistics.Bias, 12);
        Assert.Equal(Math.Sqrt(variance), statistics.StandardDeviation, 12);
        Assert.Equal(Math.Sqrt(variance / 1000), statistics.StandardError, 12);
        Assert.Equal(Math.Sqrt(errors.Sum(e => e * e) / 1000), statistics.RootMeanSquare, 12);
        Assert.Equal(errors.Max(Math.Abs), statistics.LargestMagnitude, 12);
    }

    [Fact]
    public void Clear_AfterErrors_IsEmptyAndZero()
    {
        var statistics = new ErrorStatistics();
        statistics.Add(-1, 1);
        Assert.Equal(
            (1L, -2.0, 0.0, 2.0, 2.0),
            (statistics.Count, statistics.Bias, statistics.StandardError, statistics.RootMeanSquare, statistics.LargestMagnitude));
        statistics.Clear();
        Assert.Equal(
            (0L, 0.0, 0.0, 0.0, 0.0),
            (statistics.Count, statistics.Bias, statistics.StandardDeviation, statistics.RootMeanSquare, statistics.LargestMagnitude));
    }

    [Fact]
    public void SquareRoot_ManyMagnitudes_AgreesWithThePlatform()
    {
        var source = new CounterSource(8, 8, 8, 32);
        for (int exponent = -600; exponent <= 600; exponent++)
        {
            double value = Math.ScaleB(1 + (source.Next() / 4294967296.0), exponent);
            Assert.InRange(NewtonSquareRoot.Of(value) / Math.Sqrt(value), 1 - 3e-16, 1 + 3e-16);
        }

        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(i, NewtonSquareRoot.Of((double)i * i));
        }

        Assert.Equal(0.0, NewtonSquareRoot.Of(-1));
    }
}
