using System;
using System.Numerics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Cbram;

public class BernoulliWordTests
{
    private const uint All = 0xFFFFFFFF;

    [Fact]
    [Trait("Kind", "Property")]
    public void Draw_AnyProbability_IsThirtyTwoComparatorsOnSpelledNumbers()
    {
        OperationCounts counts = new();
        for (uint trial = 0; trial < 20000; trial++)
        {
            uint probability = CounterGenerator.Word(1, 2, trial) & 0xFFFF;
            uint counter = trial * BernoulliWord.CounterStride;
            Assert.Equal(
                Comparators(probability, All, 77, 99, counter),
                BernoulliWord.Draw(probability, All, 77, 99, counter, counts));
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Draw_ProbabilityZeroOrOne_IsExactAndTakesNoRandomWord()
    {
        OperationCounts counts = new();
        Assert.Equal(0u, BernoulliWord.Draw(0, All, 1, 2, 3, counts));
        Assert.Equal(0x3FFu, BernoulliWord.Draw(BernoulliWord.One, 0x3FF, 1, 2, 3, counts));
        Assert.Equal(0, counts.RandomWords);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Draw_SomeLanes_AreThoseOfTheWholeWord()
    {
        OperationCounts counts = new();
        for (uint trial = 0; trial < 2000; trial++)
        {
            uint probability = CounterGenerator.Word(5, 6, trial) & 0xFFFF;
            uint mask = CounterGenerator.Word(7, 8, trial);
            uint whole = BernoulliWord.Draw(probability, All, 1, 2, trial * 16, counts);
            Assert.Equal(whole & mask, BernoulliWord.Draw(probability, mask, 1, 2, trial * 16, counts));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Draw_SmallerProbabilityAtTheSameCounter_IsNested()
    {
        OperationCounts counts = new();
        for (uint trial = 0; trial < 5000; trial++)
        {
            uint high = CounterGenerator.Word(5, 6, trial) & 0xFFFF;
            uint low = CounterGenerator.Word(7, 6, trial) % (high + 1);
            uint outer = BernoulliWord.Draw(high, All, 1, 2, trial * 16, counts);
            uint inner = BernoulliWord.Draw(low, All, 1, 2, trial * 16, counts);
            Assert.Equal(0u, inner & ~outer);
        }
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(6554)]
    [InlineData(21845)]
    [InlineData(32768)]
    [InlineData(50000)]
    [InlineData(65535)]
    public void Draw_ManyWords_CountsOnesBinomially(int probability)
    {
        // C ~ Binomial(32, p). Chi-square over the values of C that are expected at least 10 times, the rest pooled; its
        // mean is f and its variance 2 f for f degrees of freedom. The bound f + 5 sqrt(2 f) + 5 is passed by a true law with
        // probability 3e-4 at one degree, where the tail is longest, and less above.
        const int words = 100_000;
        long[] seen = new long[33];
        OperationCounts counts = new();
        ulong key = CounterGenerator.Key(11, 3, 0);
        for (int i = 0; i < words; i++)
        {
            uint word = BernoulliWord.Draw(
                (uint)probability, All, (uint)key, (uint)(key >> 32), (uint)(i * 16), counts);
            seen[BitOperations.PopCount(word)]++;
        }

        double p = probability / 65536.0;
        double chi = 0;
        double pooledSeen = 0;
        double pooledExpected = 0;
        int cells = 0;
        double mass = Math.Pow(1 - p, 32);
        for (int c = 0; c <= 32; c++)
        {
            double expected = words * mass;
            if (expected >= 10)
            {
                chi += (seen[c] - expected) * (seen[c] - expected) / expected;
                cells++;
            }
            else
            {
                pooledSeen += seen[c];
                pooledExpected += expected;
            }

            mass *= (32 - c) / (c + 1.0) * p / (1 - p);
        }

        if (pooledExpected > 1)
        {
            chi += (pooledSeen - pooledExpected) * (pooledSeen - pooledExpected) / pooledExpected;
            cells++;
        }

        int freedom = cells - 1;
        Assert.True(chi < freedom + (5 * Math.Sqrt(2.0 * Math.Max(freedom, 1))) + 5, $"chi-square {chi} at {freedom} degrees");
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Draw_FullWords_TakesSixPointThreeRandomWordsOnAverage()
    {
        // The longest of 32 geometric(1/2) waits: sum over k of 1 - (1 - 2^-k)^32 = 6.3355, capped at 16 digits.
        double expected = 0;
        for (int k = 0; k < 16; k++)
        {
            expected += 1 - Math.Pow(1 - Math.Pow(0.5, k), 32);
        }

        OperationCounts counts = new();
        const int words = 50_000;
        for (uint i = 0; i < words; i++)
        {
            // Odd probabilities: the last digit is a one, so no word ends early for want of digits.
            uint probability = (CounterGenerator.Word(9, 9, i) & 0xFFFF) | 1;
            BernoulliWord.Draw(probability, All, 3, 4, i * 16, counts);
        }

        // The wait's standard deviation is below 2.
        Assert.InRange((double)counts.RandomWords / words, expected - (5 * 2 / Math.Sqrt(words)), expected + (5 * 2 / Math.Sqrt(words)));
    }

    private static uint Comparators(uint probability, uint mask, uint keyLow, uint keyHigh, uint counter)
    {
        uint bits = 0;
        for (int lane = 0; lane < 32; lane++)
        {
            uint number = 0;
            for (uint digit = 0; digit < 16; digit++)
            {
                number = (number << 1) | ((CounterGenerator.Word(keyLow, keyHigh, counter + digit) >> lane) & 1);
            }

            if (number < probability)
            {
                bits |= 1u << lane;
            }
        }

        return bits & mask;
    }
}
