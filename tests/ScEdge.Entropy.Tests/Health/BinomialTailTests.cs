using System.Numerics;
using ScEdge.Entropy.Health;

namespace ScEdge.Entropy.Tests.Health;

[Trait("Kind", "Unit")]
public sealed class BinomialTailTests
{
    [Theory]
    [InlineData(10, 1, 2)]
    [InlineData(1023, 1, 2)]
    [InlineData(1023, 3, 4)]
    [InlineData(200, 1, 100)]
    public void AtLeast_AnyCount_AgreesWithExactIntegers(int trials, int numerator, int denominator)
    {
        // Sum over k of C(n, k) a^k (b - a)^(n - k), over b^n, in integers.
        BigInteger term = BigInteger.Pow(numerator, trials);
        BigInteger tail = term;
        BigInteger all = BigInteger.Pow(denominator, trials);
        for (int k = trials; k > 0; k--)
        {
            double exact = Ratio(tail, all);
            if (exact > 1e-290)
            {
                Assert.Equal(1.0, BinomialTail.AtLeast(trials, (double)numerator / denominator, k) / exact, 11);
            }

            term = term * k * (denominator - numerator) / (trials - k + 1) / numerator;
            tail += term;
        }
    }

    [Theory]
    [InlineData(1023, 0.5, 1e-6)]
    [InlineData(1023, 0.9, 1e-9)]
    [InlineData(5, 0.5, 0.01)]
    public void Cutoff_AnyTail_IsTheSmallestThatKeepsIt(int trials, double p, double tail)
    {
        int cutoff = BinomialTail.Cutoff(trials, p, tail);
        Assert.True(cutoff > trials || BinomialTail.AtLeast(trials, p, cutoff) <= tail);
        Assert.True(BinomialTail.AtLeast(trials, p, cutoff - 1) > tail);
    }

    private static double Ratio(BigInteger part, BigInteger whole)
    {
        int shift = (int)(whole.GetBitLength() - part.GetBitLength()) + 60;
        return (double)((part << shift) / whole) * System.Math.Pow(2, -shift);
    }
}
