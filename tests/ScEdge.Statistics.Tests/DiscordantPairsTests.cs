
namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class DiscordantPairsTests
{
    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(5, 5, 1.0)]
    [InlineData(1, 9, 22.0 / 1024)]
    [InlineData(9, 1, 22.0 / 1024)]
    [InlineData(0, 4, 2.0 / 16)]
    [InlineData(2, 6, 2.0 * 37 / 256)]
    public void ExactPValue_KnownCounts_IsTheBinomialTail(int onlyFirst, int onlySecond, double expected) =>
        Assert.Equal(expected, new DiscordantPairs(onlyFirst, onlySecond).ExactPValue, 12);

    [Fact]
    public void ExactPValue_ThousandsOfImages_DoesNotUnderflow()
    {
        // Normal approximation with continuity correction: z = (100 - 1) / sqrt(8000) = 1.10686, two-sided 0.26836; the error is of order 1/n.
        Assert.Equal(0.26836, new DiscordantPairs(3950, 4050).ExactPValue, 3);
    }
}
