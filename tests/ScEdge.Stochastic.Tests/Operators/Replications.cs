using System;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

/// <summary>Repeats an experiment on independent streams and holds its mean and variance to theory.</summary>
internal static class Replications
{
    /// <summary>A generator on independent 16-bit numbers; (stream, replicate) is its identity.</summary>
    public static StochasticNumberGenerator Generator(uint stream, uint replicate) =>
        new(new CounterSource(20261123, stream, replicate, 16));

    public static Bitstream Unipolar(double p, int length, uint stream, uint replicate) =>
        Generator(stream, replicate).GenerateUnipolar((long)(p * 65536), length);

    public static Bitstream Bipolar(double x, int length, uint stream, uint replicate) =>
        Generator(stream, replicate).GenerateBipolar((long)(x * 32768), length);

    public static ErrorStatistics Run(int count, double truth, Func<uint, double> experiment)
    {
        var statistics = new ErrorStatistics();
        for (uint replicate = 0; replicate < count; replicate++)
        {
            statistics.Add(experiment(replicate), truth);
        }

        return statistics;
    }

    /// <summary>
    /// Mean error within 5 sigma of zero and sample variance within 5 sigma of theory. The variance of a sample variance
    /// is var^2 (2 + excess kurtosis) / n; a count of N bits has an excess kurtosis of (1 - 6 p (1 - p)) / (N p (1 - p)),
    /// which is that of one bit divided by N.
    /// </summary>
    public static void AssertMoments(ErrorStatistics statistics, double variance, double kurtosis = 0, double slack = 0)
    {
        double meanBound = (5 * Math.Sqrt(variance / statistics.Count)) + slack;
        Assert.InRange(statistics.Bias, -meanBound, meanBound);
        double ratio = statistics.StandardDeviation * statistics.StandardDeviation / variance;
        double ratioBound = 5 * Math.Sqrt((2 + kurtosis) / statistics.Count);
        Assert.InRange(ratio, 1 - ratioBound, 1 + ratioBound);
    }

    /// <summary>Excess kurtosis of the count of N independent bits of probability p.</summary>
    public static double BinomialKurtosis(double p, int length) => (1 - (6 * p * (1 - p))) / (length * p * (1 - p));
}
