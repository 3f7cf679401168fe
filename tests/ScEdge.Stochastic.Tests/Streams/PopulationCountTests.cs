using System.Numerics;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Streams;

[Trait("Kind", "Unit")]
public sealed class PopulationCountTests
{
    [Fact]
    public void Of_EveryHalfWord_MatchesPlatform()
    {
        for (uint half = 0; half <= 0xFFFF; half++)
        {
            Assert.Equal(BitOperations.PopCount(half), PopulationCount.Of(half));
            Assert.Equal(BitOperations.PopCount(half), PopulationCount.Of(half << 16));
            uint mixed = (half << 16) | (half ^ 0xA5C3);
            Assert.Equal(BitOperations.PopCount(mixed), PopulationCount.Of(mixed));
        }

        Assert.Equal(32, PopulationCount.Of(0xFFFFFFFF));
    }
}
