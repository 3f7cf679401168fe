using System;
using System.IO;
using System.Linq;
using System.Text;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Input;

namespace ScEdge.Cbram.Tests.Presets;

[Trait("Kind", "Unit")]
public sealed class PresetFileTests : IDisposable
{
    private const string Tau0 = "\"tau0_seconds\": {\n    \"value\": 285000,";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly string path;

    public PresetFileTests()
    {
        path = Path.Combine(folder.FullName, "mine.json");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Save_ThenLoad_GivesAnEqualPreset()
    {
        CbramPreset jo = PresetCatalog.Find("jo2009");
        CbramPreset[] presets =
        [
            .. PresetCatalog.BuiltIn,
            jo with { Name = "a.b-c_1", Description = "µ \"quoted\"", Nonidealities = new() { DriveBits = 7, WearVolts = 0.1 + 0.2 } },
            jo with
            {
                ActivationEnergy = new PresetFigure(0.58, "eV", "there", Confidence.Unverified),
                Nonidealities = new() { TemperatureDriftKelvins = 2 },
            },
            jo with { WaitFamily = WaitFamily.Lognormal, WaitShape = new PresetFigure(0.7, "", "here", Confidence.Computed) },
            jo with
            {
                DriveMode = DriveMode.PulseWidth,
                SetPulseWidth = null,
                SetVoltage = new PresetFigure(3.2, "V", "here", Confidence.Primary),
                Tau0 = jo.Tau0! with { Value = 1.0 / 3.0, Confidence = Confidence.Computed },
            },
        ];
        foreach (CbramPreset preset in presets)
        {
            PresetWriter.Save(preset, path);
            Assert.Equal(preset, PresetCatalog.Load(path));
            Assert.Equal(preset, PresetCatalog.Resolve(path));
        }

        Assert.Equal("mine.json", Assert.Single(folder.GetFiles()).Name);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Load_CutOrWithAnyByteChanged_GivesAPresetOrASentence()
    {
        PresetWriter.Save(PresetCatalog.Find("jo2009"), path);
        byte[] whole = File.ReadAllBytes(path);
        Random random = new(14);
        for (int i = 0; i < 3000; i++)
        {
            byte[] changed = i % 3 == 0 ? whole[..random.Next(whole.Length - 2)] : [.. whole];
            if (changed.Length == whole.Length)
            {
                changed[random.Next(whole.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, changed);
            try
            {
                CbramPreset preset = PresetCatalog.Load(path);
                Assert.True(double.IsFinite(preset.Tau0!.Value));
                Assert.Equal(whole.Length, changed.Length);
            }
            catch (InputException exception)
            {
                Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void PulseFor_PulseWidthMode_KeepsTheVoltage()
    {
        CbramPreset jo = PresetCatalog.Find("jo2009");
        CbramPreset preset = jo with
        {
            DriveMode = DriveMode.PulseWidth,
            SetPulseWidth = null,
            SetVoltage = new PresetFigure(3.2, "V", "here", Confidence.Primary),
        };
        SetPulse pulse = preset.PulseFor(0.5);
        Assert.Equal(3.2, pulse.VoltageVolts);
        Assert.Equal(0.5, jo.Law.Probability(3.2, pulse.PulseWidthSeconds), 12);
        Assert.Contains("probability by pulse width", PresetWriter.ToText(preset), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => (preset with { SetVoltage = null }).PulseFor(0.5));
    }

    [Fact]
    public void Load_CommentsAndByteOrderMark_AreAllowed()
    {
        string json = "// measured in May\n" + PresetWriter.ToJson(PresetCatalog.Find("ideal"));
        File.WriteAllText(path, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(PresetCatalog.Find("ideal"), PresetCatalog.Load(path));
    }

    [Theory]
    [InlineData(Tau0, "\"tau0\": {\n    \"value\": 285000,", "\"tau0\" is not a property of a preset: remove it or use one of name, "
        + "description, drive_mode, nonidealities, wait_family, tau_table, driven_as, tau0_seconds, v0_volts, wait_shape, "
        + "activation_energy_electronvolts, ron_ohms, roff_ohms, "
        + "set_pulse_width_seconds, set_voltage_volts, set_current_limit_amperes, read_voltage_volts, read_pulse_width_seconds, reset_voltage_volts, "
        + "reset_pulse_width_seconds, endurance_cycles.")]
    [InlineData("\"v0_volts\"", "\"tau0_seconds\"", "\"tau0_seconds\" is given twice in the preset: keep one of the two.")]
    [InlineData(Tau0, "\"tau0_seconds\": {", "tau0_seconds.value is missing: add it.")]
    [InlineData(Tau0, Tau0 + " \"value\": 2,", "\"value\" is given twice in tau0_seconds: keep one of the two.")]
    [InlineData(Tau0, Tau0 + " \"unit\": \"ms\",", "\"unit\" is not a property of tau0_seconds: a figure has value, source and confidence.")]
    [InlineData("285000", "\"285000\"", "tau0_seconds.value must be a finite number: write it without quotes, such as 1.5e-6.")]
    [InlineData("285000", "\"NaN\"", "tau0_seconds.value must be a finite number: write it without quotes, such as 1.5e-6.")]
    [InlineData("285000", "1e999", "tau0_seconds.value must be a finite number: write it without quotes, such as 1.5e-6.")]
    [InlineData("285000", "null", "tau0_seconds.value must be a finite number: write it without quotes, such as 1.5e-6.")]
    [InlineData("285000", "-1", "tau0_seconds is -1: it must be from 1E-30 to 1E+30 s.")]
    [InlineData("285000", "0", "tau0_seconds is 0: it must be from 1E-30 to 1E+30 s.")]
    [InlineData("285000", "1e-9", "an even chance would need -1.13 V: correct tau0_seconds or set_pulse_width_seconds so that SET needs a "
        + "positive voltage.")]
    [InlineData("-2.8", "2.8", "reset_voltage_volts is 2.8: it must be from -100 to -0.001 V.")]
    [InlineData("1000000000", "1000000", "roff_ohms is not greater than ron_ohms: SET lowers the resistance, so exchange or correct them.")]
    [InlineData("\"confidence\": \"assumption\"\n  },\n  \"roff", "\"confidence\": \"D\"\n  },\n  \"roff", "ron_ohms.confidence must be "
        + "\"A\", \"B\", \"C\" or \"assumption\": choose the one that is true.")]
    [InlineData("\"drive_mode\": \"voltage\"", "\"drive_mode\": \"current\"", "drive_mode must be \"voltage\" or \"pulse-width\": choose "
        + "the knob that carries the probability.")]
    [InlineData("\"drive_mode\": \"voltage\"", "\"drive_mode\": \"pulse-width\"", "set_pulse_width_seconds has no meaning under this "
        + "drive_mode, where it follows from the probability: remove it and give set_voltage_volts.")]
    [InlineData("\"drive_mode\": \"voltage\",", "", "drive_mode is missing: add it.")]
    [InlineData("\"name\": \"jo2009\",", "", "name is missing: add it.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"jo 2009\"", "name must be at most 64 letters, digits, '-', '_' and '.': choose a "
        + "shorter or plainer one.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"\"", "name must be a text in quotes that is not empty: write one.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": 7", "name must be a text in quotes that is not empty: write one.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"jo2009\", \"nonidealities\": {\"wear\": 2}", "wear=2 is out of range: give a number "
        + "from 0 to 0.5, the rise of the SET voltage in volts when the rated endurance is used up; 0 is off.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"jo2009\", \"nonidealities\": {\"wear\": true}", "nonidealities.wear must be a finite "
        + "number: write it without quotes, such as 1.5e-6.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"jo2009\", \"wait_family\": \"normal\"", "wait_family must be one of exponential, "
        + "weibull, lognormal, gamma: choose the one that is true.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"jo2009\", \"wait_family\": \"weibull\"", "wait_shape is missing: add it.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"jo2009\", \"nonidealities\": {\"table-spread\": 1}", "table-spread needs a table of "
        + "waits with ln_tau_spread and jo2009 has none: use device-to-device, or add it to the preset.")]
    [InlineData("\"name\": \"jo2009\"", "\"name\": \"jo2009\", \"nonidealities\": []", "nonidealities must be an object in braces: write { ... }.")]
    public void Load_BadPreset_SaysWhat(string old, string changed, string message)
    {
        string json = PresetWriter.ToJson(PresetCatalog.Find("jo2009"));
        int at = json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, "The case must change the file.");
        File.WriteAllText(path, json.Remove(at, old.Length).Insert(at, changed));
        Assert.Equal($"{path}: {message}", Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message);
    }

    [Theory]
    [InlineData("\"extrapolation_volts\": 0.65", "\"extrapolation_volts\": 0.5", "streams need 2.257 to 4.220 V and tau_table ends at 2.6 and 3.6 V "
        + "with 0.5 V of extrapolation: measure further, change set_pulse_width_seconds, or accept more in extrapolation_volts.")]
    [InlineData("\"extrapolation_volts\": 0.65,", "", "tau_table.extrapolation_volts is missing: add it.")]
    [InlineData("\"extrapolation_volts\": 0.65", "\"extrapolation_volts\": -1", "extrapolation_volts is -1: it must be from 0 to 5 V.")]
    [InlineData("\"voltage_volts\": 3.2", "\"voltage_volts\": 3.7", "A table of waits needs rising voltages and falling waits, and 2.9E-05 s at "
        + "3.6 V follow 0.0012 s at 3.7 V: sort the points, or put those together that contradict each other.")]
    [InlineData("\"voltage_volts\": 3.2,", "", "voltage_volts of a point of tau_table is missing: add it.")]
    [InlineData("\"voltage_volts\": 3.2", "\"volts\": 3.2", "\"volts\" is not a property of a point: a point has voltage_volts, tau_seconds "
        + "and, where it is known, ln_tau_spread.")]
    [InlineData("\"drive_mode\"", "\"v0_volts\": {\"value\": 0.1, \"source\": \"s\", \"confidence\": \"A\"}, \"drive_mode\"",
        "tau_table and tau0_seconds with v0_volts are two laws of one cell: keep the table or the two constants.")]
    [InlineData("\"drive_mode\"", "\"wait_shape\": {\"value\": 2, \"source\": \"s\", \"confidence\": \"A\"}, \"drive_mode\"",
        "wait_shape has no meaning for exponential waits: give wait_family, or remove it.")]
    public void Load_BadTable_SaysWhat(string old, string changed, string message)
    {
        string json = PresetWriter.ToJson(PresetCatalog.Find("jo2009-points"));
        int at = json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, "The case must change the file.");
        File.WriteAllText(path, json.Remove(at, old.Length).Insert(at, changed));
        Assert.Equal($"{path}: {message}", Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message);
    }

    [Fact]
    public void Load_AnyFigureMissing_NamesIt()
    {
        string json = PresetWriter.ToJson(PresetCatalog.Find("jo2009"));
        foreach (FigureDefinition definition in FigureDefinition.All.Where(d => d.Figure(PresetCatalog.Find("jo2009")) is not null))
        {
            int start = json.IndexOf($"  \"{definition.Name}\"", StringComparison.Ordinal);
            int end = json.IndexOf('}', start) + 1;
            string without = json[start..].Contains("},", StringComparison.Ordinal)
                ? json.Remove(start, end - start + 1)
                : json.Remove(start, end - start).TrimEnd('}', '\n', ',', ' ') + "}}";
            File.WriteAllText(path, without);
            Assert.Equal(
                $"{path}: {definition.Name} is missing: add it.",
                Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message);
        }
    }

    [Theory]
    [InlineData("1.5", "endurance_cycles is 1.5: it must be a whole number, or null for no limit.")]
    [InlineData("0", "endurance_cycles is 0: it must be from 1 to 1E+18 cycles.")]
    public void Load_BadEndurance_SaysWhat(string value, string message)
    {
        string json = PresetWriter.ToJson(PresetCatalog.Find("jo2009"));
        int at = json.IndexOf("1000000,", json.IndexOf("endurance_cycles", StringComparison.Ordinal), StringComparison.Ordinal);
        File.WriteAllText(path, json.Remove(at, 7).Insert(at, value));
        Assert.Equal($"{path}: {message}", Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message);
    }

    [Theory]
    [InlineData("{\n\"name\": NaN}", " is not valid JSON: correct it at line 2.")]
    [InlineData("", " is not valid JSON: correct it at line 1.")]
    [InlineData("{\"name\": \"a\",}", " is not valid JSON: correct it at line 1.")]
    [InlineData("[]", ": the preset must be an object in braces: write { ... }.")]
    [InlineData("{\"name\": \"\\ud800\"}", " contains broken text: save it as UTF-8.")]
    public void Load_NotAPresetAtAll_SaysWhat(string json, string message)
    {
        File.WriteAllText(path, json);
        Assert.Equal(path + message, Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message);
    }

    [Fact]
    public void Load_BytesThatAreNotUtf8_SaysSo()
    {
        File.WriteAllBytes(path, [.. "{\"name\": \""u8, 0xE9, .. "\"}"u8]);
        Assert.Equal(
            $"'{path}' is no text in UTF-8 or UTF-16: save it in one of them.",
            Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message);
    }

    [Fact]
    public void Load_WearWithoutEndurance_SaysSo()
    {
        string json = PresetWriter.ToJson(PresetCatalog.Find("ideal"))
            .Replace("null", "null, \"nonidealities\": {\"wear\": 0.1}", StringComparison.Ordinal);
        File.WriteAllText(path, json);
        Assert.Equal(
            $"{path}: wear needs a rated endurance and ideal has none: choose another preset or leave wear off.",
            Assert.Throws<InputException>(() => PresetCatalog.Load(path)).Message);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Load_InAnyEncodingWithItsMark_GivesTheSame(string encoding)
    {
        string path = Path.Combine(folder.FullName, "mine.json");
        CbramPreset preset = PresetCatalog.Find("jo2009");
        File.WriteAllText(path, PresetWriter.ToJson(preset), Encoding.GetEncoding(encoding));
        Assert.Equal(PresetWriter.ToJson(preset), PresetWriter.ToJson(PresetCatalog.Load(path)));
    }

    [Fact]
    public void Save_MissingFolder_SaysSo()
    {
        string nowhere = Path.Combine(folder.FullName, "no", "where.json");
        Assert.StartsWith(
            $"Cannot write '{nowhere}' (", Assert.Throws<InputException>(
                () => PresetWriter.Save(PresetCatalog.Find("ideal"), nowhere)).Message, StringComparison.Ordinal);
    }
}
