
namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class HolmCorrectionTests
{
    [Fact]
    public void Adjust_KnownTable_MultipliesByTheRowsThatAreLeft()
    {
        // Sorted 0.005 x 4, 0.01 x 3, 0.03 x 2, 0.04 x 1, the last raised to the one before it.
        Assert.Equal([0.03, 0.06, 0.06, 0.02], HolmCorrection.Adjust([0.01, 0.04, 0.03, 0.005]), (a, b) => System.Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Adjust_LargeOnes_StopAtOne() => Assert.Equal([1.0, 1.0], HolmCorrection.Adjust([0.6, 0.9]));

    [Fact]
    public void Adjust_One_IsItself() => Assert.Equal([0.04], HolmCorrection.Adjust([0.04]));

    [Fact]
    public void Adjust_Nothing_IsNothing() => Assert.Empty(HolmCorrection.Adjust([]));
}
