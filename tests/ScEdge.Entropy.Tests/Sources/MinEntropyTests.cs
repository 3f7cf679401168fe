using System;
using ScEdge.Entropy.Sources;

namespace ScEdge.Entropy.Tests.Sources;

[Trait("Kind", "Unit")]
public sealed class MinEntropyTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.53125)]
    [InlineData(0.75)]
    [InlineData(0.99)]
    public void Of_Probability_IsMinusItsLogarithmRoundedDown(double p)
    {
        Assert.InRange((-Math.Log2(p) * 65536) - MinEntropy.Of(p), -1e-6, 1 + 1e-6);
        Assert.InRange(MinEntropy.LargestProbability(MinEntropy.Of(p)) - p, -1e-12, 1.1e-5);
    }
}
