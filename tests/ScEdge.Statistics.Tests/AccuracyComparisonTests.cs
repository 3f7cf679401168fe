
namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class AccuracyComparisonTests
{
    private static readonly byte[] All = [0xFF, 0xFF];
    private static readonly byte[] Most = [0xFF, 0x7F];
    private static readonly byte[] Few = [0x01, 0x00];

    [Fact]
    public void Of_AllLearned_HasADropAndATest()
    {
        AccuracyComparison result = AccuracyComparison.Of([All, All], [Most, All], 16, 10, marginPoints: 3);

        Assert.Equal((2, 0, 0), (result.Seeds, result.FirstFailures, result.SecondFailures));
        Assert.Equal(100.0 / 32, result.Drop!.Points, 10);
        Assert.Equal(3, result.Equivalence!.Margin);
        Assert.False(result.Equivalence.IsEquivalent);
    }

    [Fact]
    public void Of_SomeFailed_CountsThemAndHasNoMean()
    {
        AccuracyComparison result = AccuracyComparison.Of([All, All, All], [Few, All, Few], 16, 10);

        Assert.Equal((3, 0, 2), (result.Seeds, result.FirstFailures, result.SecondFailures));
        Assert.Null(result.Drop);
        Assert.Null(result.Equivalence);
    }

    [Fact]
    public void Of_OneSeed_HasADropButProvesNothing()
    {
        AccuracyComparison result = AccuracyComparison.Of([All], [Most], 16, 10);

        Assert.Equal(100.0 / 16, result.Drop!.Points, 10);
        Assert.Null(result.Equivalence);
    }

    [Theory]
    [InlineData(10, 0.55)]
    [InlineData(2, 0.75)]
    [InlineData(47, (1 + (1 / 47.0)) / 2)]
    public void LearningThreshold_Classes_LiesHalfwayBetweenChanceAndCertainty(int classes, double expected) =>
        Assert.Equal(expected, LearningThreshold.Of(classes), 12);

    [Fact]
    public void LearningThreshold_ExactlyMet_HasLearned()
    {
        // 11 of 20 images right, ten classes: 55 %.
        byte[] bits = [0xFF, 0x07, 0x00];
        Assert.Equal(0, AccuracyComparison.Of([bits, bits], [bits, bits], 20, 10).SecondFailures);
        byte[] fewer = [0xFF, 0x03, 0x00];
        Assert.Equal(2, AccuracyComparison.Of([bits, bits], [fewer, fewer], 20, 10).SecondFailures);
    }
}
