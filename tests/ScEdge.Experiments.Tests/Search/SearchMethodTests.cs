using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Search;

namespace ScEdge.Experiments.Tests.Search;

/// <summary>
/// Searches of ZDT1 (E. Zitzler, K. Deb, L. Thiele, Comparison of Multiobjective Evolutionary Algorithms: Empirical Results, Evolutionary
/// Computation 8(2), 2000) on a grid: f1 = x1, f2 = g (1 - sqrt(x1 / g)), g = 1 + 9 mean(x2 ...). Its front is where all but x1 are 0.
/// </summary>
[Trait("Kind", "Unit")]
public sealed class SearchMethodTests
{
    private const int Lists = 6;
    private const int Values = 21;

    private static readonly SearchGrid Grid = new([.. Enumerable.Repeat(Values, Lists)], Text);

    /// <summary>
    /// A sign test, fixed before it was run: seeds that nothing was tried with, and 18 wins of 20, which chance reaches with 0.0002 where neither
    /// is better.
    /// </summary>
    [Fact]
    public void Ask_KnownFunction_DominatesMoreOfThePlaneThanRandomPoints()
    {
        const int Seeds = 20;
        const int Least = 18;
        const int Budget = 400;
        int wins = Enumerable.Range(101, Seeds).Count(static seed =>
        {
            double[][] genetic = [.. Run(new GeneticSearch(Grid, 40, (ulong)seed), Budget).Select(Zdt1)];
            double[][] random = [.. Run(new RandomSearch(Grid, (ulong)seed), Budget).Select(Zdt1)];
            Hypervolume volume = new([.. genetic, .. random]);
            return volume.Of(genetic) > volume.Of(random);
        });

        Assert.InRange(wins, Least, Seeds);
    }

    [Fact]
    public void Ask_SameSeed_ChoosesTheSamePointsAndAnotherSeedOthers()
    {
        string[] once = [.. Run(new GeneticSearch(Grid, 10, 7), 60).Select(Text)];

        Assert.Equal(once, Run(new GeneticSearch(Grid, 10, 7), 60).Select(Text));
        Assert.NotEqual(once, Run(new GeneticSearch(Grid, 10, 8), 60).Select(Text));
        Assert.Equal(60, once.Distinct().Count());
    }

    [Fact]
    public void Ask_FirstGeneration_IsWhatRandomSearchBeginsWith() => Assert.Equal(
        new RandomSearch(Grid, 3).Ask(30).Take(12).Select(Text), new GeneticSearch(Grid, 12, 3).Ask(30).Select(Text));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ask_GridThatIsUsedUp_ReturnsEveryPointThatMayBeChosenOnce(bool isGenetic)
    {
        // Those with a sum of 3 may not be chosen; (0, 2) and (1, 1) are one point.
        SearchGrid grid = new([3, 4], static point => point.Sum() == 3 ? null : point is [1, 1] ? "0 2" : $"{point[0]} {point[1]}");
        ISearchMethod method = isGenetic ? new GeneticSearch(grid, 4, 1) : new RandomSearch(grid, 1);

        List<int[]> points = Run(method, 100);
        Assert.Equal(8, points.Count);
        Assert.Equal(8, points.Select(grid.Identity).OfType<string>().Distinct().Count());
    }

    private static List<int[]> Run(ISearchMethod method, int budget)
    {
        List<int[]> all = [];
        while (all.Count < budget && method.Ask(budget - all.Count) is { Count: > 0 } asked)
        {
            method.Tell([.. asked.Select(Zdt1)]);
            all.AddRange(asked);
        }

        return all;
    }

    private static double[] Zdt1(IReadOnlyList<int> point)
    {
        double first = point[0] / (Values - 1.0);
        double g = 1 + (9 * point.Skip(1).Average() / (Values - 1));
        return [first, g * (1 - Math.Sqrt(first / g))];
    }

    private static string Text(IReadOnlyList<int> point) => string.Join(' ', point);
}
