using System;
using ScEdge.Entropy.Calibration;

namespace ScEdge.Entropy.Tests.Calibration;

[Trait("Kind", "Unit")]
public sealed class ScoreTestTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(3, 50)]
    [InlineData(40, 64)]
    [InlineData(1000, 1000)]
    public void IsBelowAndAbove_AnyCount_AreTheEndsOfWilsonsInterval(long ones, long bits)
    {
        const double z = 3;
        double n = bits;
        double share = ones / n;
        double centre = (share + (z * z / (2 * n))) / (1 + (z * z / n));
        double half = z / (1 + (z * z / n)) * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        for (double p = 0.0005; p < 1; p += 0.001)
        {
            if (Math.Abs(p - (centre - half)) > 1e-9 && Math.Abs(p - (centre + half)) > 1e-9)
            {
                Assert.Equal(p < centre - half, ScoreTest.IsBelow(ones, bits, p, z));
                Assert.Equal(p > centre + half, ScoreTest.IsAbove(ones, bits, p, z));
            }
        }
    }
}
