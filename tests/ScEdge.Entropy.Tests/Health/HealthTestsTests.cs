using System;
using ScEdge.Entropy.Health;
using ScEdge.Entropy.Sources;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Entropy.Tests.Health;

public sealed class HealthTestsTests
{
    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(65536U, 20, 21)]
    [InlineData(32768U, 20, 41)]
    [InlineData(65536U, 30, 31)]
    [InlineData(60000U, 20, 23)]
    public void RepetitionCutoff_StatedEntropy_IsTheStandards(uint minEntropy, int digits, int cutoff) =>
        Assert.Equal(cutoff, new RepetitionCountTest(minEntropy, digits).Cutoff);

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(65536U, 20)]
    [InlineData(65536U, 30)]
    [InlineData(40000U, 20)]
    public void ProportionCutoff_StatedEntropy_KeepsTheRateAndNoLower(uint minEntropy, int digits)
    {
        int cutoff = new AdaptiveProportionTest(minEntropy, digits).Cutoff;
        double p = MinEntropy.LargestProbability(minEntropy);
        Assert.InRange(BinomialTail.AtLeast(1023, p, cutoff - 1), 0, Math.Pow(2, -digits));
        Assert.InRange(BinomialTail.AtLeast(1023, p, cutoff - 2), Math.Pow(2, -digits), 1);

        // SP 800-90B, 4.4.2: 1 + critbinom(W, 2^-H, 1 - 2^-a).
        int standard = 1 + BinomialTail.Cutoff(1024, p, Math.Pow(2, -digits)) - 1;
        Assert.InRange(cutoff - standard, 0, 1);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void RepetitionCount_AnyWords_AgreesWithCountingBitByBit()
    {
        RepetitionCountTest test = new(MinEntropy.Full, 20);
        Random random = new(4);
        int run = 0;
        uint last = 0;
        int alarms = 0;
        for (int i = 0; i < 200_000; i++)
        {
            // Words with long runs at every place and across words, between random ones.
            uint word = (uint)random.NextInt64(1L << 32);
            word = random.Next(4) switch { 0 => word, 1 => 0, 2 => uint.MaxValue << random.Next(32), _ => word >> random.Next(32) };
            bool expected = false;
            for (int j = 0; j < 32; j++)
            {
                uint bit = (word >> j) & 1;
                run = bit == last ? run + 1 : 1;
                last = bit;
                if (run == 21)
                {
                    expected = true;
                    run = 0;
                }
            }

            alarms += expected ? 1 : 0;
            Assert.Equal(expected, test.Add(word));
        }

        Assert.InRange(alarms, 1000, 200_000);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Add_FairBits_AlarmsNoMoreThanDesigned()
    {
        // a = 10, so that alarms come at all: 2^21 bits, at most 2^-10 per bit, window and word respectively, plus five deviations of
        // the Poisson law.
        const int words = 1 << 16;
        RepetitionCountTest repetition = new(MinEntropy.Full, 10);
        AdaptiveProportionTest proportion = new(MinEntropy.Full, 10);
        RepeatedWordTest repeated = new(MinEntropy.Full, 10);
        int[] alarms = new int[3];
        ulong key = CounterGenerator.Key(99, 0, 0);
        for (uint i = 0; i < words; i++)
        {
            uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), i);
            alarms[0] += repetition.Add(word) ? 1 : 0;
            alarms[1] += proportion.Add(word) ? 1 : 0;
            alarms[2] += repeated.Add(word) ? 1 : 0;
        }

        AssertWithin(alarms[0], 32.0 * words / 1024);
        AssertWithin(alarms[1], words / 32.0 / 1024);
        AssertWithin(alarms[2], words / 1024.0);
        Assert.True(alarms[0] > 0);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(0U)]
    [InlineData(uint.MaxValue)]
    public void Add_StuckSource_IsCaughtWithinTheCutoff(uint word)
    {
        // 21 bits after a healthy start: the first word at the latest.
        HealthTests tests = new(MinEntropy.Full, 20);
        tests.Add(0x5A3C9B71);
        Assert.Equal(HealthAlarm.RepetitionCount, tests.Add(word));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(12)]
    [InlineData(64)]
    [InlineData(160)]
    [InlineData(256)]
    public void Add_OscillatingSource_IsCaughtWithinNineWords(int period)
    {
        HealthTests tests = new(MinEntropy.Full, 20);
        ulong key = CounterGenerator.Key(6, 0, (uint)period);
        int taken = 0;
        HealthAlarm alarm = HealthAlarm.None;
        while (alarm == HealthAlarm.None)
        {
            uint word = 0;
            for (int j = 0; j < 32; j++)
            {
                uint phase = (uint)(((32 * taken) + j) % period);
                uint bit = period < 16 ? phase & 1 : CounterGenerator.Word((uint)key, 1, phase) & 1;
                word |= bit << j;
            }

            taken++;
            alarm = tests.Add(word);
        }

        Assert.Equal(HealthAlarm.RepeatedWord, alarm);
        Assert.InRange(taken, 2, RepeatedWordTest.Reach + 1);
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0.65)]
    [InlineData(0.35)]
    [InlineData(0.8)]
    public void Add_BiasedSource_IsCaughtWithinTheDesignedWindows(double p)
    {
        // A window whose first bit is the frequent value catches with the probability of the binomial law, above 0.99 here, one of the
        // other value never; so 40 windows miss with at most (1 - 0.65 x 0.99)^40 = 1e-18.
        double larger = Math.Max(p, 1 - p);
        int cutoff = new AdaptiveProportionTest(MinEntropy.Full, 20).Cutoff;
        Assert.InRange(BinomialTail.AtLeast(1023, larger, cutoff - 1), 0.99, 1);
        EmulatedCbram source = new(new ReplaySource(17, 0), new CellBank(new CellBankSettings(), 0), MinEntropy.Full);
        for (int trial = 0; trial < 200; trial++)
        {
            HealthTests tests = new(MinEntropy.Full, 20);
            int words = 0;
            while (tests.Add(source.NextWord((uint)(p * 65536), 32)) == HealthAlarm.None)
            {
                words++;
                Assert.InRange(words, 0, 40 * AdaptiveProportionTest.Window / 32);
            }
        }
    }

    private static void AssertWithin(int count, double designed) =>
        Assert.InRange(count, 0, designed + (5 * Math.Sqrt(designed)) + 1);
}
