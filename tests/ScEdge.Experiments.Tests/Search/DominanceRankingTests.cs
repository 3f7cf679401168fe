using ScEdge.Experiments.Search;

namespace ScEdge.Experiments.Tests.Search;

[Trait("Kind", "Unit")]
public sealed class DominanceRankingTests
{
    // Three fronts: (1,4) (2,2) (4,1); (2,4) (3,3); (5,5).
    private static readonly double[][] Values = [[3, 3], [1, 4], [2, 2], [5, 5], [4, 1], [2, 4]];

    [Fact]
    public void Fronts_PointsInThreeLayers_AreFoundInOrder() =>
        Assert.Equal([[1, 2, 4], [0, 5], [3]], DominanceRanking.Fronts(Values));

    [Fact]
    public void Fronts_EqualPoints_AreOnOneFront() => Assert.Equal([[0, 1]], DominanceRanking.Fronts([[1.0, 1], [1.0, 1]]));

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(1, 3, false)]
    public void Dominates_PointAgainstTwoTwo_NeedsNoWorseAndOneBetter(double first, double second, bool expected) =>
        Assert.Equal(expected, DominanceRanking.Dominates([first, second], [2.0, 2]));

    [Fact]
    public void Crowding_FrontOfFour_SumsTheGapsOfNeighboursAsSharesOfTheRange() => Assert.Equal(
        [double.PositiveInfinity, 0.5 + 0.9, 0.75 + 0.4, double.PositiveInfinity],
        DominanceRanking.Crowding([[0.0, 10], [1.0, 4], [2.0, 1], [4.0, 0]]));
}
