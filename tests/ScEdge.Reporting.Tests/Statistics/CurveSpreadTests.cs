using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Statistics;

namespace ScEdge.Reporting.Tests.Statistics;

[Trait("Kind", "Unit")]
public sealed class CurveSpreadTests
{
    [Fact]
    public void OverSeeds_FewPoints_KeepsEveryPosition()
    {
        TrainingRun[] runs = [Run(1, 2), Run(3, 6)];

        IReadOnlyList<SpreadPoint> spread = CurveSpread.OverSeeds(runs, point => point.TrainingLoss);

        Assert.Equal([new SpreadPoint(1, 2, 1, 3), new SpreadPoint(2, 4, 2, 6)], spread);
    }

    [Fact]
    public void OverSeeds_ManyPoints_AveragesStretchesBeforeTakingTheRange()
    {
        // Seeds at 1 and 3, each with steps swinging by 10 around it: the range is that of seeds.
        TrainingRun[] runs = [.. Enumerable.Range(0, 2).Select(seed => new TrainingRun(
            (ulong)seed,
            [.. Enumerable.Range(0, 1000).Select(step => new CurvePoint(step, step / 1000.0, 1 + 2 * seed + (step % 2 == 0 ? 10 : -10)))],
            0))];

        IReadOnlyList<SpreadPoint> spread = CurveSpread.OverSeeds(runs, point => point.TrainingLoss, mostPoints: 20);

        Assert.Equal(20, spread.Count);
        Assert.All(spread, point => Assert.InRange(point.Lowest, 0.5, 1.5));
        Assert.All(spread, point => Assert.InRange(point.Highest, 2.5, 3.5));
        Assert.Equal(spread.OrderBy(point => point.Epoch), spread);
    }

    [Fact]
    public void OverSeeds_MissingAndInfiniteValues_AreSkipped()
    {
        TrainingRun[] runs = [Run(null, double.NaN), Run(double.PositiveInfinity, 5)];

        Assert.Equal([new SpreadPoint(2, 5, 5, 5)], CurveSpread.OverSeeds(runs, point => point.TrainingLoss));
        Assert.Empty(CurveSpread.OverSeeds(runs, point => point.ValidationAccuracy));
    }

    private static TrainingRun Run(params double?[] losses) =>
        new(1, [.. losses.Select((loss, index) => new CurvePoint(index, index + 1, loss))], 0);
}
