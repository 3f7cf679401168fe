using System;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Cells;

namespace ScEdge.Costing.Tests.Cells;

[Trait("Kind", "Unit")]
public sealed class SetEnergyCurveTests
{
    [Theory]
    [InlineData("jo2009")]
    [InlineData("gaba2013")]
    public void MeanAttojoules_BetweenTheNodes_IsTheIntegralWithinATenthOfAPercent(string preset)
    {
        SetEnergyCurve curve = new(PresetCatalog.Find(preset));
        for (int events = 1_037; events < 990_000; events += events / 9)
        {
            double exact = ProbabilityDistribution.MaximumEntropy(events * 1e-6).MeanSetEnergyJoules(PresetCatalog.Find(preset)) * 1e18;

            Assert.InRange(curve.MeanAttojoules(1_000_000, events) / exact, 0.999, 1.001);
        }
    }

    [Fact]
    public void MeanAttojoules_AtANode_IsTheIntegralItself()
    {
        double exact = ProbabilityDistribution.MaximumEntropy(0.001).MeanSetEnergyJoules(PresetCatalog.Find("jo2009")) * 1e18;

        Assert.Equal((long)Math.Round(exact), new SetEnergyCurve(PresetCatalog.Find("jo2009")).MeanAttojoules(1000, 1));
    }

    [Fact]
    public void MeanAttojoules_BeyondTheEnds_TakesTheEnds()
    {
        SetEnergyCurve curve = new(PresetCatalog.Find("jo2009"));

        Assert.Equal(curve.MeanAttojoules(1000, 1), curve.MeanAttojoules(1_000_000, 1));
        Assert.Equal(curve.MeanAttojoules(1000, 1), curve.MeanAttojoules(0, 0));
        Assert.Equal(curve.MeanAttojoules(1000, 999), curve.MeanAttojoules(1000, 1000));
    }

    [Fact]
    public void MeanAttojoules_MorePulsesThatSwitch_CostMore()
    {
        SetEnergyCurve curve = new(PresetCatalog.Find("jo2009"));
        for (int events = 1; events < 999; events++)
        {
            Assert.True(curve.MeanAttojoules(1000, events + 1) > curve.MeanAttojoules(1000, events));
        }
    }
}
