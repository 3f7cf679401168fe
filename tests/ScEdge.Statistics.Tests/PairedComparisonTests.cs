using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class PairedComparisonTests
{
    [Fact]
    public void Of_KnownTable_GivesTheMeanSquaresByHand()
    {
        // x, a row per seed: 1 0 0 1 / 1 0 -1 0. Mean 1/4. Seeds: 4 x 2 x (1/4)^2 = 1/2, 1 degree. Images have means 1, 0, -1/2, 1/2:
        // 2 x (9/16 + 1/16 + 9/16 + 1/16) = 5/2, 3 degrees. Total 4 - 8/16 = 7/2, so the rest is 1/2, 3 degrees.
        // Variance (1/2 + 5/6 - 1/6) / 8 = 7/48; degrees (7/6)^2 / (1/4 + 25/108 + 1/108) = 2.77.
        PairedComparison result = PairedComparison.Of([[0b1001], [0b0001]], [[0b0000], [0b0100]], 4);

        Assert.Equal(25, result.Points, 10);
        Assert.Equal(100 * Math.Sqrt(7.0 / 48), result.StandardError, 10);
        Assert.Equal(2, result.Degrees);
        Assert.Equal(100 * Math.Sqrt(1.0 / 16), result.SeedStandardError!.Value, 10);
        Assert.Equal([new DiscordantPairs(2, 0), new DiscordantPairs(1, 1)], result.Discordant);
        Assert.Equal(4.3027 * result.StandardError, result.HalfWidth95, 2);
        Assert.Equal(12.7062 * 25, result.SeedHalfWidth95!.Value, 1);
        Assert.Equal(result.Points - result.HalfWidth95, result.Low95);
        Assert.Equal(result.Points + result.HalfWidth95, result.High95);
    }

    [Fact]
    public void Of_AnySeeds_HasThePairedIntervalOverSeedsInIt()
    {
        Random random = new(5);
        byte[][] first = Bits(random, 6, 0.9, 400);
        byte[][] second = Bits(random, 6, 0.8, 400);
        PairedComparison result = PairedComparison.Of(first, second, 400);
        SampleSummary drops = SampleSummary.Of([.. first.Zip(second, (a, b) => 100.0 * (Ones(a) - Ones(b)) / 400)])!;

        Assert.Equal(drops.Mean, result.Points, 9);
        Assert.Equal(drops.HalfWidth95!.Value, result.SeedHalfWidth95!.Value, 9);
        Assert.True(result.StandardError >= result.SeedStandardError);
    }

    [Fact]
    public void Of_OneSeed_HasTheVarianceOfItsImages()
    {
        // McNemar's table with b = 3, c = 1 of 10: mean 0.2, sum of squares 4 - 10 x 0.04 = 3.6, variance 3.6 / 9 / 10.
        PairedComparison result = PairedComparison.Of([[0b0111, 0]], [[0b1000, 0]], 10);

        Assert.Equal(20, result.Points, 10);
        Assert.Equal(100 * Math.Sqrt(0.04), result.StandardError, 10);
        Assert.Equal(9, result.Degrees);
        Assert.Null(result.SeedStandardError);
        Assert.Null(result.SeedHalfWidth95);
    }

    [Fact]
    public void Of_TheSameNetworks_ShowsNoDifferenceAtAll()
    {
        byte[][] bits = Bits(new Random(3), 4, 0.5, 64);
        PairedComparison result = PairedComparison.Of(bits, bits, 64);

        Assert.Equal(0, result.Points);
        Assert.Equal(0, result.HalfWidth95);
        Assert.Equal(1, result.PValue);
        Assert.Equal(3, result.Degrees);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Of_SeedsAndImagesThatVary_CoversTheTruthAsOftenAsItSays()
    {
        // 400 draws of 8 seeds and 300 images: each image leans by up to 20 % to one network, each seed by up to 2.5 %, the truth is zero. The
        // 95 % interval misses 20 of 400 on average; 5 standard deviations of the binomial are 21.8.
        Random random = new(11);
        int missed = 0;
        int missedBySeedsAlone = 0;
        for (int trial = 0; trial < 400; trial++)
        {
            (byte[][] first, byte[][] second) = Leaning(random, seeds: 8, images: 300);
            PairedComparison result = PairedComparison.Of(first, second, 300);
            missed += Math.Abs(result.Points) > result.HalfWidth95 ? 1 : 0;
            missedBySeedsAlone += Math.Abs(result.Points) > result.SeedHalfWidth95 ? 1 : 0;
        }

        Assert.InRange(missed, 0, 42);
        Assert.True(missedBySeedsAlone > missed);
    }

    [Fact]
    public void Of_WhatCannotBePaired_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([[1]], [[1], [1]], 8));
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([], [], 8));
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([[1]], [[1]], 9));
    }

    private static (byte[][] First, byte[][] Second) Leaning(Random random, int seeds, int images)
    {
        double[] image = [.. Enumerable.Range(0, images).Select(_ => (random.NextDouble() - 0.5) * 0.4)];
        byte[][] first = new byte[seeds][];
        byte[][] second = new byte[seeds][];
        for (int s = 0; s < seeds; s++)
        {
            double seed = (random.NextDouble() - 0.5) * 0.05;
            first[s] = new byte[(images + 7) / 8];
            second[s] = new byte[(images + 7) / 8];
            for (int i = 0; i < images; i++)
            {
                // One of the two is right: the mean of x is seed + image.
                (random.NextDouble() < 0.5 + ((seed + image[i]) / 2) ? first : second)[s][i >> 3] |= (byte)(1 << (i & 7));
            }
        }

        return (first, second);
    }

    private static byte[][] Bits(Random random, int seeds, double share, int images) =>
        [.. Enumerable.Range(0, seeds).Select(_ => Enumerable.Range(0, images / 8)
            .Select(_ => (byte)Enumerable.Range(0, 8).Sum(bit => random.NextDouble() < share ? 1 << bit : 0)).ToArray())];

    private static int Ones(IEnumerable<byte> bits) => bits.Sum(one => byte.PopCount(one));
}
