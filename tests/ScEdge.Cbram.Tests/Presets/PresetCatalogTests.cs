using System;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Input;

namespace ScEdge.Cbram.Tests.Presets;

[Trait("Kind", "Unit")]
public sealed class PresetCatalogTests
{
    [Fact]
    public void BuiltIn_ListsThePresetsWithoutNonidealities()
    {
        Assert.Equal(["jo2009", "jo2009-points", "gaba2013", "laguna2023", "hennen2024", "ideal"], PresetCatalog.BuiltIn.Select(p => p.Name));
        Assert.All(PresetCatalog.BuiltIn, p => Assert.True(p.Nonidealities.IsNone));
        Assert.All(PresetCatalog.BuiltIn, p => Assert.Same(p, PresetCatalog.Resolve(p.Name)));
    }

    [Fact]
    public void Jo2009_HasItsPublishedFigures()
    {
        CbramPreset jo = PresetCatalog.Find("jo2009");
        Assert.Equal(new SwitchingLaw(2.85e5, 0.156), jo.Law);
        Assert.Equal("B (unverified)", jo.Tau0!.ConfidenceText);
        Assert.Equal("285,000 s", jo.Tau0!.ValueText);
        Assert.Equal(1e6, jo.Endurance!.Value);
        Assert.Equal(Confidence.Unverified, jo.Endurance.Confidence);
        Assert.Equal(Confidence.Assumption, jo.OnResistance.Confidence);
        Assert.Equal(4.06, Math.Round(jo.PulseFor(0.5).VoltageVolts, 2));
        Assert.Equal(4.6, Math.Round(1e12 * jo.MeanSetEnergyJoules(0.5), 1));
    }

    [Fact]
    public void Gaba2013_IsTheLeastSquaresLineThroughItsThreeWaits()
    {
        CbramPreset gaba = PresetCatalog.Find("gaba2013");
        double[] volts = [2.5, 3.5, 4.5];
        double[] logs = [Math.Log(0.34), Math.Log(4.7e-3), Math.Log(0.38e-3)];
        double slope = (logs[2] - logs[0]) / 2.0;
        Assert.Equal(0.29, Math.Round(-1.0 / slope, 2));
        Assert.Equal(1240.0, Math.Round(Math.Exp(logs.Average() - (slope * 3.5)) / 10.0) * 10.0);
        Assert.Equal(new SwitchingLaw(1240.0, 0.29), gaba.Law);
        Assert.All(volts.Zip(logs), m => Assert.InRange(Math.Abs(Math.Log(gaba.Law.TauSeconds(m.First)) - m.Second), 0.0, Math.Log(1.7)));
        Assert.Equal(3.96, Math.Round(gaba.PulseFor(0.5).VoltageVolts, 2));
    }

    [Fact]
    public void Laguna2023_HasTheThresholdsOfItsSourceInItsSweep()
    {
        // A quarter of 0.7 V at 10 Hz on the cell and 46.25 kohm, in steps of 0.25 us; what a ramp spends of a wait is the sum of dt / tau.
        CbramPreset laguna = PresetCatalog.Find("laguna2023");
        double share = laguna.OffResistance.Value / (laguna.OffResistance.Value + 46_250);
        double spent = 0;
        double last = 0;
        double mean = 0;
        double square = 0;
        for (double t = 0.125e-6; t < 0.025; t += 0.25e-6)
        {
            double volts = 0.7 * share * Math.Sin(2 * Math.PI * 10 * t);
            spent += 0.25e-6 / laguna.Law.TauSeconds(volts);
            double switched = 1 - Math.Exp(-Math.Exp(laguna.Law.Waits.LnHazard(Math.Log(spent))));
            mean += (switched - last) * volts;
            square += (switched - last) * volts * volts;
            last = switched;
        }

        Assert.Equal(1.0, last, 1e-6);
        Assert.InRange(mean, 0.216, 0.218);
        Assert.InRange(Math.Sqrt(square - (mean * mean)), 0.034, 0.036);
        Assert.Equal(Confidence.Primary, laguna.OnResistance.Confidence);
        Assert.Equal(Confidence.Computed, laguna.V0!.Confidence);
        Assert.Equal(0.208, Math.Round(laguna.PulseFor(0.5).VoltageVolts, 3));
    }

    [Fact]
    public void Hennen2024_MeetsTheSetVoltagesOfItsSourceWithinFiveHundredths()
    {
        // SET voltage of the source, 0.6775 V - 0.06023 V f(x), x a standard normal variable; P(V) is the chance that it is below V.
        CbramPreset hennen = PresetCatalog.Find("hennen2024");
        (double X, double Below)[] normal = [(-2, 0.97725), (-1, 0.84134), (0, 0.5), (1, 0.15866), (2, 0.02275)];
        foreach ((double x, double below) in normal)
        {
            double f = 0.1154597 + (x * (0.985121 + (x * (-0.1172058 + (x * (0.0104504 + (x * 0.0005932355)))))));
            double volts = 0.6775106 - (0.06022718 * f);
            Assert.InRange(hennen.Law.Probability(volts, hennen.SetPulseWidth!.Value) - below, -0.05, 0.05);
        }

        Assert.Equal(Confidence.Assumption, hennen.Tau0!.Confidence);
        Assert.Equal(0.678, Math.Round(hennen.PulseFor(0.5).VoltageVolts, 3));
    }

    [Fact]
    public void BuiltIn_EveryVoltageOfAStreamIsPositiveAndAReadSetsNoCell() => Assert.All(PresetCatalog.BuiltIn, preset =>
    {
        Assert.True(preset.PulseFor(1.0 / 65536).VoltageVolts > 0, preset.Name);
        Assert.True(preset.Law.Probability(preset.ReadVoltage.Value, preset.ReadPulseWidth.Value) < 1e-6, preset.Name);
    });

    [Fact]
    public void Ideal_IsTheJoLawWithoutEnd()
    {
        CbramPreset ideal = PresetCatalog.Find("ideal");
        Assert.Null(ideal.Endurance);
        Assert.Equal(PresetCatalog.Find("jo2009").Law, ideal.Law);
    }

    [Fact]
    public void BuiltIn_EveryAssumptionAndUnverifiedFigureShows()
    {
        foreach (CbramPreset preset in PresetCatalog.BuiltIn)
        {
            string text = PresetWriter.ToText(preset);
            foreach (FigureDefinition definition in FigureDefinition.All)
            {
                if (definition.Figure(preset) is not PresetFigure figure)
                {
                    continue;
                }

                string line = text.Split('\n').Single(l => l.StartsWith("  " + definition.Label + "  ", StringComparison.Ordinal));
                Assert.Contains(figure.ValueText, line, StringComparison.Ordinal);
                Assert.Contains(figure.ConfidenceText, line, StringComparison.Ordinal);
                Assert.EndsWith(figure.Source, line, StringComparison.Ordinal);
                Assert.Equal(definition.Unit, figure.Unit);
            }
        }

        Assert.Contains("p = 0.5 takes 4.06 V for 1E-06 s and 4.6 pJ on average\n  non-idealities      none\n",
            PresetWriter.ToText(PresetCatalog.Find("jo2009")), StringComparison.Ordinal);
        Assert.Contains("unlimited", PresetWriter.ToText(PresetCatalog.Find("ideal")), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_UnknownName_ListsThePresets() => Assert.Equal(
        "There is no preset \"jo\": use jo2009, jo2009-points, gaba2013, laguna2023, hennen2024, ideal or the path of a .json file.",
        Assert.Throws<InputException>(() => PresetCatalog.Resolve("jo")).Message);

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData("no/where")]
    public void Resolve_MissingFile_SaysSo(string path) => Assert.StartsWith(
        $"Cannot read '{path}' (", Assert.Throws<InputException>(() => PresetCatalog.Resolve(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void WithNonidealities_WearWithoutEndurance_SaysSo()
    {
        Nonidealities wear = new() { WearVolts = 0.1 };
        Assert.Equal(wear, PresetCatalog.Find("jo2009").WithNonidealities(wear).Nonidealities);
        Assert.Equal(
            "wear needs a rated endurance and ideal has none: choose another preset or leave wear off.",
            Assert.Throws<InputException>(() => PresetCatalog.Find("ideal").WithNonidealities(wear)).Message);
    }
}
