using System;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Metrics;

public sealed class ProgressivePrecisionTests
{
    [Fact]
    [Trait("Kind", "Unit")]
    public void Values_Prefixes_AreThoseOfTheFirstBits()
    {
        Bitstream stream = BitPattern.Parse("1101000111", StreamEncoding.Bipolar, 1);
        Assert.Equal([2.0, 2.0, 1.0, 0.0], ProgressivePrecision.Values(stream));
        Assert.Equal([1.5, 1.5, 0.5, -0.5], ProgressivePrecision.Errors(stream, 0.5));
        Assert.Equal([-1.0], ProgressivePrecision.Values(BitPattern.Parse("1", StreamEncoding.SignMagnitude, 0, true)));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(255, 8)]
    [InlineData(256, 9)]
    [InlineData(int.MaxValue, 31)]
    public void PrefixCount_Length_IsThatOfItsPowersOfTwo(int length, int count)
    {
        Assert.Equal(count, ProgressivePrecision.PrefixCount(length));
    }

    /// <summary>A block of 2^i Sobol numbers has one in each 2^-i: its count is p 2^i rounded up, so the error is below 2^-i.</summary>
    [Fact]
    [Trait("Kind", "Property")]
    public void Errors_SobolStream_StayBelowOneBit()
    {
        for (int dimension = 1; dimension <= SobolDirectionNumbers.Dimensions; dimension++)
        {
            for (int numerator = 0; numerator <= 256; numerator += 3)
            {
                Bitstream stream = new StochasticNumberGenerator(new SobolSource(dimension, 8)).GenerateUnipolar(numerator, 256);
                double[] errors = ProgressivePrecision.Errors(stream, numerator / 256.0);
                for (int i = 0; i < errors.Length; i++)
                {
                    Assert.True(Math.Abs(errors[i]) < Math.Pow(2, -i));
                }

                Assert.Equal(0.0, errors[8]);
            }
        }
    }

    /// <summary>A ramp spends its ones first: the prefix of half the cycles reads 1 at p = 1/2.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void Errors_RampStream_HaveNoProgress()
    {
        Bitstream stream = new StochasticNumberGenerator(new RampSource(8)).GenerateUnipolar(128, 256);
        Assert.Equal([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.0], ProgressivePrecision.Errors(stream, 0.5));
    }
}
