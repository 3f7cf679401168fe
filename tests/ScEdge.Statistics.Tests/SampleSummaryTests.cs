
namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class SampleSummaryTests
{
    [Fact]
    public void Of_KnownSample_GivesMeanDeviationAndInterval()
    {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares sum to 32, s = sqrt(32 / 7), t(7) = 2.3646.
        SampleSummary summary = SampleSummary.Of([2, 4, 4, 4, 5, 5, 7, 9])!;

        Assert.Equal(8, summary.Count);
        Assert.Equal(5, summary.Mean);
        Assert.Equal(2.13809, summary.StandardDeviation!.Value, 5);
        Assert.Equal(2.36462 * 2.13809 / 2.82843, summary.HalfWidth95!.Value, 4);
        Assert.Equal(summary.Mean - summary.HalfWidth95, summary.Low95);
        Assert.Equal(summary.Mean + summary.HalfWidth95, summary.High95);
    }

    [Fact]
    public void Of_OneValue_HasNoSpread()
    {
        SampleSummary summary = SampleSummary.Of([98.5])!;

        Assert.Equal(98.5, summary.Mean);
        Assert.Null(summary.StandardDeviation);
        Assert.Null(summary.HalfWidth95);
        Assert.Null(summary.Low95);
    }

    [Fact]
    public void Of_EqualValues_SpreadIsExactlyZero()
    {
        SampleSummary summary = SampleSummary.Of([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])!;

        Assert.Equal(0.1, summary.Mean);
        Assert.Equal(0, summary.StandardDeviation);
    }

    [Fact]
    public void Of_LargeOffset_KeepsTheSpread()
    {
        Assert.Equal(1, SampleSummary.Of([1e9 - 1, 1e9, 1e9 + 1])!.StandardDeviation!.Value, 9);
    }

    [Fact]
    public void Of_Nothing_IsNull() => Assert.Null(SampleSummary.Of([]));
}
