using ScEdge.Cbram.Cells;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Tests;

[Trait("Kind", "Unit")]
public sealed class SetDroopTests
{
    private static readonly CbramPreset Jo = PresetCatalog.Find("jo2009");
    private static readonly Nonidealities Droop = new() { SetDroopVolts = 0.1, DriveOffsetVolts = 0.02 };

    [Fact]
    public void Settings_Droop_IsInUnitsOfV0AndNoneInSerialWrite()
    {
        CellBankSettings group = CellBankDesign.Settings(Jo.WithNonidealities(Droop), Droop, 1, 32, serialWrite: false, 1);
        CellBankSettings serial = CellBankDesign.Settings(Jo, Droop, 1, 32, serialWrite: true, 1);
        Assert.Equal(0.1 / 0.156, group.SetDroop);
        Assert.Null(group.Law);
        Assert.Equal(0.0, serial.SetDroop);
    }

    [Fact]
    public void WithNonidealities_DroopOfAnotherLaw_SaysSo()
    {
        CbramPreset[] others =
        [
            PresetCatalog.Find("jo2009-points"), Jo with { DrivenAs = PresetCatalog.Find("jo2009-points") },
            Jo with { WaitFamily = WaitFamily.Weibull, WaitShape = new PresetFigure(0.8, "", "a test", Confidence.Assumption) },
        ];
        foreach (CbramPreset preset in others)
        {
            Assert.Equal(
                $"set-droop needs exponential waits by two constants and a driver that knows them, and {preset.Name} has others: choose another "
                    + "preset or leave set-droop off.",
                Assert.Throws<InputException>(() => preset.WithNonidealities(Droop)).Message);
        }
    }
}
