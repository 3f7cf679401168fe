using System;
using ScEdge.Cbram.Presets;

namespace ScEdge.Cbram.Tests;

[Trait("Kind", "Unit")]
public sealed class HalfSelectionTests
{
    [Theory]
    [InlineData("jo2009")]
    [InlineData("gaba2013")]
    public void Of_TwoConstants_HasTheHazardOfHalfTheVoltage(string name)
    {
        CbramPreset preset = PresetCatalog.Find(name);
        double volts = preset.Law.Voltage(0.5, preset.SetPulseWidth!.Value);
        HalfSelection half = HalfSelection.Of(preset)!;
        double share = Math.Exp(-volts / 2 / preset.Law.V0Volts);
        Assert.Equal(volts / 2, half.Volts, 1e-12);
        Assert.Equal(share, half.HazardShare, 1e-9 * share);
        Assert.Equal(1 - Math.Pow(0.5, HalfSelection.Neighbours * share), half.FalseOnes, 1e-9);
        Assert.False(half.IsExtrapolated);
    }

    [Fact]
    public void Of_LognormalWaits_FallsFasterThanTheWaits()
    {
        // 0.339 V is 5.6 standard deviations of 0.0602 V below an even chance: Q(5.63) = 9.0e-9, over ln 2.
        HalfSelection half = HalfSelection.Of(PresetCatalog.Find("hennen2024"))!;
        Assert.Equal(0.339, Math.Round(half.Volts, 3));
        Assert.InRange(half.HazardShare, 1e-8, 2e-8);
    }

    [Fact]
    public void Sentence_OfATable_SaysThatItIsExtrapolated() => Assert.Contains(
        "V, extrapolated)", HalfSelection.Of(PresetCatalog.Find("jo2009-points"))!.Sentence, StringComparison.Ordinal);

    [Fact]
    public void Of_PulseWidthsThatVary_IsNull() =>
        Assert.Null(HalfSelection.Of(PresetCatalog.Find("jo2009") with { DriveMode = DriveMode.PulseWidth }));
}
