using System;
using System.IO;
using ScEdge.Cbram.Presets;
using ScEdge.Input;

namespace ScEdge.Cbram.Tests;

/// <summary>
/// Cells behind a transistor that limits their current once they have switched.
/// </summary>
public sealed class SetCurrentLimitTests
{
    private static readonly CbramPreset Jo = PresetCatalog.Find("jo2009");

    [Theory]
    [InlineData(1e-8, 0.01)]
    [InlineData(1e-7, 0.5)]
    [InlineData(1e-6, 0.99)]
    public void MeanSetEnergyJoules_Limited_IsVoltageTimesCurrentWhileTheCellConducts(double amperes, double probability)
    {
        SetPulse pulse = Jo.PulseFor(probability);
        double on = Jo.Law.MeanOnTimeSeconds(pulse.VoltageVolts, pulse.PulseWidthSeconds);
        double off = pulse.VoltageVolts * pulse.VoltageVolts / Jo.OffResistance.Value * (pulse.PulseWidthSeconds - on);
        double expected = (pulse.VoltageVolts * amperes * on) + off;
        Assert.Equal(1.0, Limited(amperes).MeanSetEnergyJoules(probability) / expected, 1e-12);
    }

    [Fact]
    public void MeanSetEnergyJoules_LimitAboveTheFilamentsCurrent_ChangesNothing()
    {
        double most = Jo.PulseFor(0.9).VoltageVolts / Jo.OnResistance.Value;
        Assert.Equal(Jo.MeanSetEnergyJoules(0.9), Limited(1.0001 * most).MeanSetEnergyJoules(0.9));
        Assert.True(Limited(0.9999 * most).MeanSetEnergyJoules(0.9) < Jo.MeanSetEnergyJoules(0.9));
    }

    [Fact]
    public void WithSetCurrentLimit_LessThanACellTakesBeforeItSwitches_IsRefused()
    {
        double least = Jo.PulseFor(1 - (1.0 / 65536)).VoltageVolts / Jo.OffResistance.Value;
        Assert.Equal(1.001 * least, Limited(1.001 * least).SetCurrentLimit!.Value);
        InputException refused = Assert.Throws<InputException>(() => Limited(least));
        Assert.Contains("before it switches", refused.Message, StringComparison.Ordinal);
        Assert.Null(Limited(1e-7).WithSetCurrentLimit(null).SetCurrentLimit);
    }

    [Fact]
    public void Load_PresetWithALimit_IsWhatWasSaved()
    {
        string path = Path.GetTempFileName();
        try
        {
            PresetWriter.Save(Limited(1e-7), path);
            Assert.Equal(Limited(1e-7), PresetCatalog.Load(path));
            Assert.Contains("\"set_current_limit_amperes\"", File.ReadAllText(path), StringComparison.Ordinal);
            Assert.DoesNotContain("set_current_limit_amperes", PresetWriter.ToJson(Jo), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CbramPreset Limited(double amperes) => Jo.WithSetCurrentLimit(new PresetFigure(amperes, "A", "test", Confidence.Assumption));
}
