using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cbram.Tests.Simulation;
using ScEdge.Cli.Commands;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class PresetsCommandTests
{
    private static readonly SwitchingLaw TrueLaw = new(1e4, 0.2);
    private static readonly string[] Confidences = ["A", "B", "C", "assumption"];

    [Fact]
    public void Presets_Json_GivesEveryFigureItsSourceAndConfidence()
    {
        JsonElement[] presets = [.. CommandInvocation.Run(PresetsCommand.Create(), "--json").Json.GetProperty("presets").EnumerateArray()];

        Assert.Equal(
            ["jo2009", "jo2009-points", "gaba2013", "laguna2023", "hennen2024", "ideal"],
            presets.Select(preset => preset.GetProperty("name").GetString()));
        foreach (JsonElement figure in presets.SelectMany(preset => preset.GetProperty("figures").EnumerateArray()))
        {
            Assert.NotEqual("", figure.GetProperty("source").GetString());
            Assert.Contains(figure.GetProperty("confidence").GetString(), Confidences);
        }
    }

    [Fact]
    public void Presets_Name_ShowsVoltagesThatSwitchEvenly()
    {
        JsonElement json = CommandInvocation.Run(PresetsCommand.Create(), "gaba2013", "--json").Json;

        foreach (JsonElement pulse in json.GetProperty("even_chance").EnumerateArray())
        {
            double probability = PresetCatalog.Find("gaba2013").Law.Probability(
                pulse.GetProperty("voltage_volts").GetDouble(), pulse.GetProperty("pulse_width_seconds").GetDouble());
            Assert.Equal(0.5, probability, 1e-9);
        }

        // 3.96 V for an even chance in 1 ms, as the preset's own note says.
        string text = CommandInvocation.Run(PresetsCommand.Create(), "gaba2013").Output;
        Assert.Contains("3.963", text, StringComparison.Ordinal);
        Assert.Contains("assumption", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Presets_Name_SaysWhatABitTakes()
    {
        // 4.6 pJ of SET, half of 1 V for 100 ns on 1 Mohm and on 1 Gohm, half of 2.8 V for 1 us on 1 Mohm.
        JsonElement bit = CommandInvocation.Run(PresetsCommand.Create(), "jo2009", "--json").Json.GetProperty("energy_per_bit");

        Assert.Equal(Math.Round(PresetCatalog.Find("jo2009").MeanSetEnergyJoules(0.5) * 1e18), bit.GetProperty("set_attojoules").GetDouble(), 1e-3);
        Assert.Equal(50_050, bit.GetProperty("read_attojoules").GetDouble(), 1e-3);
        Assert.Equal(3_920_000, bit.GetProperty("reset_attojoules").GetDouble(), 1e-3);
        Assert.Equal(
            bit.GetProperty("set_attojoules").GetDouble() + 3_970_050, bit.GetProperty("total_attojoules").GetDouble(), 1e-3);
        Assert.Contains(
            "A bit at an even chance takes 8.57 pJ: SET 4.6, READ 0.05, RESET at most 3.92",
            CommandInvocation.Run(PresetsCommand.Create(), "jo2009").Output.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Presets_DriftingDriveThatTakesCellsForOthers_SaysBoth()
    {
        using TemporaryFolder folder = new();
        CbramPreset preset = PresetCatalog.Find("jo2009") with { DrivenAs = PresetCatalog.Find("jo2009-points") };
        PresetWriter.Save(preset.WithNonidealities(Nonidealities.Parse(["drive-drift=0.015"])), folder.At("drifting.json"));

        JsonElement json = CommandInvocation.Run(PresetsCommand.Create(), folder.At("drifting.json"), "--json").Json;
        string text = CommandInvocation.Run(PresetsCommand.Create(), folder.At("drifting.json")).Output;

        Assert.Equal("jo2009-points", json.GetProperty("driven_as").GetString());
        int steps = json.GetProperty("drift").GetProperty("calibration_steps").GetInt32();
        Assert.Contains($"a calibration every {steps:N0} steps", text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("takes these cells for those of jo2009-points", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Presets_ActivationEnergy_SaysWhatAKelvinIsInVolts()
    {
        using TemporaryFolder folder = new();
        CbramPreset preset = PresetCatalog.Find("jo2009") with
        {
            ActivationEnergy = new PresetFigure(0.58, "eV", "a test", Confidence.Unverified),
        };
        PresetWriter.Save(preset.WithNonidealities(Nonidealities.Parse(["temperature-drift=0.5"])), folder.At("warm.json"));

        JsonElement json = CommandInvocation.Run(PresetsCommand.Create(), folder.At("warm.json"), "--json").Json;
        string text = CommandInvocation.Run(PresetsCommand.Create(), folder.At("warm.json")).Output;

        Assert.Equal(0.01167, json.GetProperty("volts_per_kelvin").GetDouble(), 1e-5);
        Assert.Contains("0.58 eV", text, StringComparison.Ordinal);
        Assert.Contains("A kelvin more, at 300 K, is 11.7 mV more of drive.", text, StringComparison.Ordinal);
        Assert.Contains("The drive drifts", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody2020")]
    [InlineData("missing.json")]
    public void Presets_Unknown_IsRefused(string name) =>
        Assert.Throws<InputException>(() => CommandInvocation.Run(PresetsCommand.Create(), name));

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Fit_GeneratedWaits_FindsTheLawAndWritesAPreset()
    {
        using TemporaryFolder folder = new();
        string csv = WriteWaits(folder, waitsPerVoltage: 200);
        string file = folder.At("mine.json");

        JsonElement json = CommandInvocation.Run(PresetsCommand.Create(), "fit", csv, "--out", file, "--json").Json;

        // Five standard errors, as the fit states them, from the law that made the waits.
        Assert.InRange(
            json.GetProperty("v0_volts").GetDouble() - TrueLaw.V0Volts,
            -5 * json.GetProperty("v0_standard_error_volts").GetDouble(),
            5 * json.GetProperty("v0_standard_error_volts").GetDouble());
        Assert.InRange(
            Math.Log(json.GetProperty("tau0_seconds").GetDouble() / TrueLaw.Tau0Seconds),
            -5 * json.GetProperty("ln_tau0_standard_error").GetDouble(),
            5 * json.GetProperty("ln_tau0_standard_error").GetDouble());

        // The waits follow the law, so its test rejects it with probability 1e-4 only; the seed is fixed.
        Assert.InRange(json.GetProperty("p_value").GetDouble(), 1e-4, 1.0);
        Assert.Equal(4, json.GetProperty("voltages").GetArrayLength());

        CbramPreset preset = PresetCatalog.Load(file);
        Assert.Equal("mine", preset.Name);
        Assert.Equal(json.GetProperty("v0_volts").GetDouble(), preset.V0!.Value, 1e-14);
        Assert.Equal(Confidence.Computed, preset.V0!.Confidence);
        Assert.Equal(Confidence.Assumption, preset.OnResistance.Confidence);
        Assert.Contains("waits.csv", preset.V0!.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Text_TellsHowGoodItIs()
    {
        using TemporaryFolder folder = new();

        string text = CommandInvocation.Run(PresetsCommand.Create(), "fit", WriteWaits(folder, waitsPerVoltage: 50)).Output;

        Assert.Contains("Kolmogorov-Smirnov", text, StringComparison.Ordinal);
        Assert.Contains("Akaike", text, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", text, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Fit_Table_WritesAPresetThroughTheWaits()
    {
        using TemporaryFolder folder = new();
        string csv = WriteWaits(folder, waitsPerVoltage: 20);
        string[] fit = ["fit", csv, "--waits", "exponential", "--table", "--out", folder.At("mine.json")];

        Assert.Contains(
            "--extrapolation",
            Assert.Throws<InputException>(() => CommandInvocation.Run(PresetsCommand.Create(), fit)).Message,
            StringComparison.Ordinal);
        JsonElement json = CommandInvocation.Run(PresetsCommand.Create(), [.. fit, "--extrapolation", "3", "--json"]).Json;
        CbramPreset preset = PresetCatalog.Load(folder.At("mine.json"));
        Assert.Equal(
            json.GetProperty("voltages").EnumerateArray().Select(one => one.GetProperty("measured_tau_seconds").GetDouble()),
            preset.TauTable!.Points.Select(point => point.TauSeconds),
            static (measured, tau) => Math.Abs(Math.Log(measured / tau)) < 1e-9);
        Assert.Equal(4, json.GetProperty("families").GetArrayLength());
        Assert.Contains("are extrapolated", CommandInvocation.Run(PresetsCommand.Create(), folder.At("mine.json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_UnknownFamily_ListsThoseThereAre()
    {
        using TemporaryFolder folder = new();
        string csv = WriteWaits(folder, waitsPerVoltage: 5);
        Assert.Equal(
            "--waits normal is no family of waits: use auto, exponential, weibull, lognormal, gamma.",
            Assert.Throws<InputException>(() => CommandInvocation.Run(PresetsCommand.Create(), "fit", csv, "--waits", "normal")).Message);
    }

    // Means of the waits on a line, off it by little, far off it, twenty waits each.
    [Theory]
    [InlineData(0.01, 0.001, "no better")]
    [InlineData(0.016, 0.001, "neither better nor worse")]
    [InlineData(0.1, 0.01, "is not linear in voltage here")]
    public void Fit_Linearity_IsDecidedByADifferenceOfTwo(double middle, double last, string words)
    {
        using TemporaryFolder folder = new();
        IEnumerable<string> rows = new[] { (2.0, 0.1), (2.5, middle), (3.0, last), (3.5, last / 10) }.SelectMany(
            point => Enumerable.Range(0, 20).Select(i => string.Create(
                CultureInfo.InvariantCulture, $"{point.Item1},{point.Item2 * -Math.Log(1 - ((i + 0.5) / 20))}")));
        File.WriteAllLines(folder.At("waits.csv"), rows.Prepend("voltage_volts,waiting_time_seconds"));

        Assert.Contains(words, CommandInvocation.Run(PresetsCommand.Create(), "fit", folder.At("waits.csv")).Output.ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("voltage_volts,waiting_time_seconds\n3.0,0.1\n3.0,0.2\n", "mine.json", "", "two different voltages")]
    [InlineData("volts,seconds\n3.0,0.1\n", "mine.json", "", "unknown column")]
    [InlineData("voltage_volts,waiting_time_seconds\n2.0,0.1\n3.0,0.01\n", "waits.csv", "", "replace the measurements")]
    [InlineData("voltage_volts,waiting_time_seconds\n2.0,0.1\n3.0,0.01\n", "mine.json", "my preset", "cannot name a preset")]
    [InlineData("voltage_volts,waiting_time_seconds\n2.0,0.1\n2.001,0.01\n", "mine.json", "", "check the units")]
    [InlineData("voltage_volts,waiting_time_seconds\n2.0,1e-12\n3.0,1e-13\n", "mine.json", "", "would need")]
    [InlineData("voltage_volts,waiting_time_seconds\n2.0,0.1\n3.0,0.01\n", "no/such/folder/mine.json", "", "Cannot write")]
    public void Fit_BadInput_IsRefusedAndNothingWritten(string csv, string outName, string name, string part)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.At("waits.csv"), csv);
        string[] naming = name.Length == 0 ? [] : ["--name", name];

        InputException exception = Assert.Throws<InputException>(() => CommandInvocation.Run(
            PresetsCommand.Create(), ["fit", folder.At("waits.csv"), "--out", folder.At(outName), .. naming]));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.Equal([folder.At("waits.csv")], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.Equal(csv, File.ReadAllText(folder.At("waits.csv")));
    }

    private static string WriteWaits(TemporaryFolder folder, int waitsPerVoltage)
    {
        StringBuilder csv = new("voltage_volts,waiting_time_seconds\n");
        uint cell = 0;
        foreach (double volts in new[] { 2.4, 2.6, 2.8, 3.0 })
        {
            DeviceSimulation simulation = new(TrueLaw, Nonidealities.None, seed: 5, cell++);
            for (int i = 0; i < waitsPerVoltage; i++)
            {
                double seconds = simulation.Apply(new SetPulse(volts, 1e9)).WaitingTimeSeconds;
                csv.Append(CultureInfo.InvariantCulture, $"{volts},{seconds:R}\n");
            }
        }

        File.WriteAllText(folder.At("waits.csv"), csv.ToString());
        return folder.At("waits.csv");
    }
}
