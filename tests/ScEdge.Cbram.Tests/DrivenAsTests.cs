using System;
using System.Linq;
using ScEdge.Cbram.Cells;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Tests;

[Trait("Kind", "Unit")]
public sealed class DrivenAsTests
{
    private static readonly CbramPreset Jo = PresetCatalog.Find("jo2009");
    private static readonly CbramPreset Points = PresetCatalog.Find("jo2009-points");

    public static TheoryData<string, string> Pairs() => new()
    {
        { "weibull", "jo2009" }, { "lognormal", "jo2009" }, { "gamma", "jo2009" }, { "points", "jo2009" }, { "jo2009", "jo2009-points" },
        { "weibull", "jo2009-points" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Settings_CellsOfAnotherLaw_AnswerToTheDriversVoltage(string cells, string driver)
    {
        CbramPreset preset = Cells(cells) with { DrivenAs = PresetCatalog.Find(driver) };
        CellBank bank = new(CellBankDesign.Settings(preset, Nonidealities.None, 1, 32, serialWrite: false, 1), 0);
        foreach (uint wanted in new uint[] { 64, 512, 4096, 16384, 32768, 49152, 64512 })
        {
            double volts = PresetCatalog.Find(driver).Law.Voltage(wanted / 65536.0, 1e-6);
            Assert.Equal(volts, preset.PulseFor(wanted / 65536.0).VoltageVolts);

            // Lines of waits are within 2 % of h; p moves by at most h exp(-h) of that, plus half a unit.
            double law = preset.Law.Probability(volts, 1e-6);
            double hazard = -Math.Log(1 - law);
            Assert.Equal(65536 * law, (double)bank.Response.Probability(wanted, 0), (65536 * 0.02 * hazard * (1 - law)) + 1.0);
        }
    }

    [Fact]
    public void Settings_WeibullDrivenAsExponential_RaisesTheHazardToItsShape()
    {
        CbramPreset preset = Cells("weibull") with { DrivenAs = Jo };
        CellBank bank = new(CellBankDesign.Settings(preset, Nonidealities.None, 1, 32, serialWrite: false, 1), 0);
        double p = 1 - Math.Exp(-Math.Pow(-Math.Log(1 - (1.0 / 64)), 0.8));
        Assert.Equal(65536 * p, (double)bank.Response.Probability(1024, 0), 2.0);
    }

    [Fact]
    public void File_DrivenAs_ComesBackAndNamesABuiltInPreset()
    {
        CbramPreset preset = Cells("gamma") with { DrivenAs = Points };
        string json = PresetWriter.ToJson(preset);
        string path = System.IO.Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(path, json);
            Assert.Equal(preset, PresetCatalog.Load(path));
            System.IO.File.WriteAllText(path, json.Replace("\"driven_as\": \"jo2009-points\"", "\"driven_as\": \"tin\"", StringComparison.Ordinal));
            Assert.Contains("driven_as is \"tin\": use one of jo2009,", Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            System.IO.File.Delete(path);
        }

        Assert.Contains("driven as           jo2009-points\n", PresetWriter.ToText(preset), StringComparison.Ordinal);
    }

    private static CbramPreset Cells(string name) => name switch
    {
        "jo2009" => Jo,
        "points" => Points,
        "weibull" => Shaped(WaitFamily.Weibull, 0.8),
        "lognormal" => Shaped(WaitFamily.Lognormal, 1.2),
        "gamma" => Shaped(WaitFamily.Gamma, 2),
        _ => throw new ArgumentException(name),
    };

    private static CbramPreset Shaped(WaitFamily family, double shape) => Jo with
    {
        WaitFamily = family, WaitShape = new PresetFigure(shape, "", "a test", Confidence.Assumption),
    };
}
