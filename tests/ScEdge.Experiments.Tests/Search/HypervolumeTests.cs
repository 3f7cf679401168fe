using ScEdge.Experiments.Search;

namespace ScEdge.Experiments.Tests.Search;

[Trait("Kind", "Unit")]
public sealed class HypervolumeTests
{
    private static readonly double[][] Corners = [[0, 10], [2, 0]];

    [Fact]
    public void Of_BestInBoth_IsAll() => Assert.Equal(1, new Hypervolume([[0, 0], [1, 1]]).Of([[0, 0]]), 12);

    [Fact]
    public void Of_WorstInBoth_IsTheMarginAlone() => Assert.Equal(0.01 / 1.21, new Hypervolume([[0, 0], [1, 1]]).Of([[1, 1]]), 12);

    // Scaled: (0, 1) covers 1.1 x 0.1, (1, 0) covers 0.1 x 1.1, the corner 0.1 x 0.1 twice.
    [Fact]
    public void Of_TwoEnds_CountsWhatBothDominateOnce() => Assert.Equal(0.21 / 1.21, new Hypervolume(Corners).Of(Corners), 12);

    [Fact]
    public void Of_DominatedPointAdded_IsTheSame()
    {
        Hypervolume volume = new(Corners);
        Assert.Equal(volume.Of([[1, 4]]), volume.Of([[1, 4], [1.5, 6]]), 12);
    }

    [Fact]
    public void Of_NoPoint_IsNothing() => Assert.Equal(0, new Hypervolume(Corners).Of([]));
}
