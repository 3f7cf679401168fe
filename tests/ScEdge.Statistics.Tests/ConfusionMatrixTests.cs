using System;
using System.Linq;

namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Counts_Row_IsOneActualClass()
    {
        ConfusionMatrix matrix = new(2, [7, 1, 2, 9]);

        Assert.Equal((1, 2, 11), (matrix[0, 1], matrix[1, 0], matrix.RowTotal(1)));
    }

    [Fact]
    public void Constructor_WrongOrNegativeCounts_Throws()
    {
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(2, [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(1, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 2)]
    public void Add_NoSuchClass_Throws(int actual, int predicted) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(2).Add(actual, predicted));

    [Fact]
    public void Confusions_Order_IsByCountThenClass()
    {
        ConfusionMatrix matrix = new(3, [8, 1, 1, 3, 7, 0, 0, 0, 0]);

        Assert.Equal(
            [new Confusion(1, 0, 3, 0.3), new Confusion(0, 1, 1, 0.1), new Confusion(0, 2, 1, 0.1)], matrix.Confusions);
    }

    [Fact]
    public void Recalls_Order_IsFromTheWorstAndLeavesEmptyClassesOut()
    {
        ConfusionMatrix matrix = new(3);
        matrix.Add(0, 0);
        matrix.Add(2, 2);
        matrix.Add(2, 0);

        Assert.Equal([new ClassRecall(2, 2, 0.5), new ClassRecall(0, 1, 1.0)], matrix.Recalls.ToArray());
    }
}
