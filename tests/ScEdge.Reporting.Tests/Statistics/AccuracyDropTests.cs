using ScEdge.Reporting.Model;
using ScEdge.Reporting.Statistics;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Tests.Statistics;

[Trait("Kind", "Unit")]
public sealed class AccuracyDropTests
{
    [Fact]
    public void InPoints_SharedSeeds_ComparesThemInPairs()
    {
        TrainingRun[] fp32 = [new(1, [], 0.99), new(2, [], 0.97), new(3, [], 0.5)];
        TrainingRun[] stochastic = [new(2, [], 0.96), new(1, [], 0.98), new(4, [], 0.1)];

        SampleSummary drop = AccuracyDrop.InPoints(fp32, stochastic)!;

        Assert.Equal(2, drop.Count);
        Assert.Equal(1, drop.Mean, 10);
        Assert.Equal(0, drop.StandardDeviation!.Value, 10);
    }

    [Fact]
    public void InPoints_BetterStochastic_IsNegative()
    {
        Assert.Equal(-2, AccuracyDrop.InPoints([new(1, [], 0.90)], [new(1, [], 0.92)])!.Mean, 10);
    }

    [Fact]
    public void InPoints_NoSharedSeed_IsNull()
    {
        Assert.Null(AccuracyDrop.InPoints([], [new(1, [], 0.9)]));
        Assert.Null(AccuracyDrop.InPoints([new(2, [], 0.9)], [new(1, [], 0.9)]));
    }
}
