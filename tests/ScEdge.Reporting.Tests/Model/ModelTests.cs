using System;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Tests.Model;

[Trait("Kind", "Unit")]
public sealed class ModelTests
{
    [Fact]
    public void ConfusionMatrix_Counts_AreRowsOfTrueClasses()
    {
        var matrix = new ConfusionMatrix(["a", "b"], [7, 1, 2, 9]);

        Assert.Equal(1, matrix[0, 1]);
        Assert.Equal(2, matrix[1, 0]);
        Assert.Equal(11, matrix.RowTotal(1));
    }

    [Fact]
    public void ConfusionMatrix_WrongOrNegativeCounts_Throw()
    {
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(["a", "b"], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(["a"], [-1]));
    }

    [Fact]
    public void WeightHistogram_ImpossibleBins_Throw()
    {
        Assert.Throws<ArgumentException>(() => new WeightHistogram("w", 0, 0, [1]));
        Assert.Throws<ArgumentException>(() => new WeightHistogram("w", double.NaN, 1, [1]));
        Assert.Throws<ArgumentException>(() => new WeightHistogram("w", 0, 1, [1, 2], [1]));
    }
}
