namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class WilsonIntervalTests
{
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 857-872, 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Of_PublishedExamples_AreRepeated(int successes, int trials, double low, double high)
    {
        WilsonInterval interval = WilsonInterval.Of((double)successes / trials, trials);

        Assert.Equal(low, interval.Low, 5e-5);
        Assert.Equal(high, interval.High, 5e-5);
    }

    [Fact]
    public void Of_AllRight_HasAWidthAndStaysBelowOne()
    {
        WilsonInterval interval = WilsonInterval.Of(1, 100);

        Assert.InRange(interval.Low, 0.95, 0.97);
        Assert.Equal(1, interval.High);
    }
}
