using System;
using ScEdge.Cbram.Cells;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Tests;

[Trait("Kind", "Unit")]
public sealed class TemperatureDriftTests
{
    private const double Electronvolts = 0.58;
    private static readonly CbramPreset Jo = PresetCatalog.Find("jo2009") with
    {
        ActivationEnergy = new PresetFigure(Electronvolts, "eV", "a test", Confidence.Assumption),
    };

    [Fact]
    public void VoltsPerKelvin_SmallStep_IsTheVoltageThatUndoesArrhenius()
    {
        // tau(300 K) / tau(T) = exp(Ea / k (1 / 300 K - 1 / T)), k = e / 11604.518 K.
        const double Step = 1e-3;
        double lnFaster = Electronvolts * 11604.518 * ((1 / 300.0) - (1 / (300.0 + Step)));
        double volts = Step * Jo.VoltsPerKelvin!.Value;
        double width = Jo.SetPulseWidth!.Value;
        double even = Jo.Law.Voltage(0.5, width);
        Assert.Equal(Math.Exp(lnFaster), Jo.Law.Hazard(even + volts, width) / Jo.Law.Hazard(even, width), 1e-9);
        Assert.Equal(0.0117, Jo.VoltsPerKelvin.Value, 5e-5);
        Assert.Null(PresetCatalog.Find("jo2009").VoltsPerKelvin);
    }

    [Fact]
    public void Settings_BesideADriftInVolts_AddTheVariances()
    {
        Nonidealities both = Nonidealities.Parse(["temperature-drift=2@7", "drive-drift=0.01"]);
        CellBankSettings cells = CellBankDesign.Settings(Jo.WithNonidealities(both), both, 1, 32, serialWrite: false, 1);
        Assert.Equal(Math.Sqrt(0.0001 + Math.Pow(2 * Jo.VoltsPerKelvin!.Value, 2)) / 0.156, cells.DriveDrift, 1e-12);
        Assert.Equal(7UL, cells.DriveDriftSeed);
        Assert.Equal(both, Nonidealities.Parse(both.ToString().Split(' ')));
        Assert.Equal(
            DriftForecast.ChangeVolts(cells.DriveDrift, 200) / Math.E, DriftForecast.Bias(Jo.WithNonidealities(both), 200), 1e-12);
        both = both.With(["drive-drift=0.01@7"]);
        Assert.Equal(7UL, CellBankDesign.Settings(Jo.WithNonidealities(both), both, 1, 32, serialWrite: false, 1).DriveDriftSeed);
    }

    [Fact]
    public void WithNonidealities_TwoSeedsOfOneDrift_SaysSo() => Assert.Equal(
        "drive-drift@9 and temperature-drift@7 are one drift, of one seed: give the same, or one of them alone.",
        Assert.Throws<InputException>(
            () => Jo.WithNonidealities(Nonidealities.Parse(["temperature-drift=2@7", "drive-drift=0.01@9"]))).Message);

    [Fact]
    public void Settings_WeibullWaits_DriftByTheSameFactorOfTau()
    {
        CbramPreset preset = Jo with { WaitFamily = WaitFamily.Weibull, WaitShape = new PresetFigure(1.2, "", "a test", Confidence.Assumption) };
        Nonidealities kelvins = new() { TemperatureDriftKelvins = 3, TemperatureDriftSeed = 4 };
        CellBank bank = new(CellBankDesign.Settings(preset.WithNonidealities(kelvins), kelvins, 1, 32, serialWrite: false, 1), 0);
        double lnFaster = 3 * Electronvolts * 11604.518 / 90_000 * DriftProcess.At(4, 0);
        double law = 65536 * (1 - Math.Exp(-Math.Log(2) * Math.Exp(1.2 * lnFaster)));

        // Lines of waits are within 2 % of h; p moves by at most h exp(-h) < 1/e of that.
        Assert.Equal(law, (double)bank.Response.Probability(32768, 0), 65536 * 0.02 / Math.E);
        Assert.InRange(Math.Abs(law - 32768), 1000, 30_000);
    }

    [Fact]
    public void WithNonidealities_NoEnergyOrNoV0_SaysSo()
    {
        Nonidealities kelvin = new() { TemperatureDriftKelvins = 1 };
        Assert.Equal(
            "temperature-drift needs an activation energy and jo2009 has none: give activation_energy_electronvolts in a preset of yours, or use "
                + "drive-drift, in volts.",
            Assert.Throws<InputException>(() => PresetCatalog.Find("jo2009").WithNonidealities(kelvin)).Message);
        CbramPreset points = PresetCatalog.Find("jo2009-points") with { ActivationEnergy = Jo.ActivationEnergy };
        Assert.Equal(
            "temperature-drift needs a V0 and jo2009-points has a table of waits: use drive-drift, in volts.",
            Assert.Throws<InputException>(() => points.WithNonidealities(kelvin)).Message);
    }
}
