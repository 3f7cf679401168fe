
namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class EquivalenceTestTests
{
    [Fact]
    public void Of_KnownMean_HasTheProbabilitiesOfThePrintedTable()
    {
        // Margin / standard error is the printed quantile t(0.95, 9) = 1.833: 5 % lie beyond it.
        EquivalenceTest test = EquivalenceTest.Of(0.0, 0.1, 9, 0.1833);

        Assert.Equal(0.05, test.UpperPValue, 4);
        Assert.Equal(0.05, test.LowerPValue, 4);
        Assert.False(test.IsEquivalent);
        Assert.Equal(-0.2262, test.Low95, 4);
        Assert.Equal(0.2262, test.High95, 4);
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(0.0237, true)]
    [InlineData(0.0239, false)]
    [InlineData(-0.0237, true)]
    [InlineData(-0.0239, false)]
    public void Of_AnyMean_IsEquivalentIfTheIntervalLiesWithinTheMargin(double mean, bool equivalent)
    {
        // Half width 2.2622 x 0.1 = 0.2262.
        EquivalenceTest test = EquivalenceTest.Of(mean, 0.1, 9, 0.25);

        Assert.Equal(equivalent, test.IsEquivalent);
        Assert.Equal(equivalent, test.Low95 > -0.25 && test.High95 < 0.25);
    }

    [Fact]
    public void Of_NoSpread_DependsOnTheMeanAlone()
    {
        Assert.True(EquivalenceTest.Of(0.2, 0, 9, 0.25).IsEquivalent);
        Assert.False(EquivalenceTest.Of(0.25, 0, 9, 0.25).IsEquivalent);
    }
}
