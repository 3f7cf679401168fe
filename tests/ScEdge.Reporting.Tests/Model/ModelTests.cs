using System;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Tests.Model;

[Trait("Kind", "Unit")]
public sealed class ModelTests
{
    [Fact]
    public void ConfusionPanel_OtherNumberOfNames_Throws() =>
        Assert.Throws<ArgumentException>(() => new ConfusionPanel(["a"], new ConfusionMatrix(2)));

    [Fact]
    public void WeightHistogram_ImpossibleBins_Throw()
    {
        Assert.Throws<ArgumentException>(() => new WeightHistogram("w", 0, 0, [1]));
        Assert.Throws<ArgumentException>(() => new WeightHistogram("w", double.NaN, 1, [1]));
        Assert.Throws<ArgumentException>(() => new WeightHistogram("w", 0, 1, [1, 2], [1]));
    }
}
