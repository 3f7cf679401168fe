using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScEdge.Cbram.Laws;
using ScEdge.Files.Writing;
using ScEdge.Input;

namespace ScEdge.Cbram.Presets;

/// <summary>Writes presets in the form that <see cref="PresetCatalog.Load"/> reads, and in one for people.</summary>
public static class PresetWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns the preset as JSON; reading it back gives an equal preset.</summary>
    public static string ToJson(CbramPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", preset.Name);
            json.WriteString("description", preset.Description);
            json.WriteString("drive_mode", preset.DriveMode == DriveMode.Voltage ? "voltage" : "pulse-width");
            WriteLaw(json, preset);
            foreach (FigureDefinition definition in FigureDefinition.All)
            {
                WriteFigure(json, definition.Name, definition.Figure(preset));
            }

            WriteNonidealities(json, preset.Nonidealities);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes the preset to a file, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(CbramPreset preset, string path) => AtomicFile.WriteText(path, ToJson(preset));

    /// <summary>Returns the preset as lines of text: every figure with its unit, confidence and source.</summary>
    public static string ToText(CbramPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        SetPulse even = preset.PulseFor(0.5);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{preset.Name}: {preset.Description}\n");
        foreach (TauPoint point in preset.TauTable?.Points ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"  {$"tau at {point.VoltageVolts:G6} V",-20}{FigureText.Of(point.TauSeconds, "s")}\n");
        }

        foreach (FigureDefinition definition in FigureDefinition.All)
        {
            if (definition.Figure(preset) is PresetFigure figure)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {definition.Label,-20}{figure.ValueText,-14}{figure.ConfidenceText,-16}{figure.Source}\n");
            }
            else if (definition.Name == FigureDefinition.EnduranceName)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {definition.Label,-20}unlimited\n");
            }
        }

        string knob = preset.DriveMode == DriveMode.Voltage ? "voltage" : "pulse width";
        text.Append(
            CultureInfo.InvariantCulture,
            $"  {"drive",-20}probability by {knob}; p = 0.5 takes {even.VoltageVolts:F2} V for {even.PulseWidthSeconds:G3} s and "
                + $"{preset.MeanSetEnergyJoules(0.5) * 1e12:G3} pJ on average\n");
        if (preset.DrivenAs is { } other)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {"driven as",-20}{other.Name}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  {"non-idealities",-20}{preset.Nonidealities}\n");
        return text.ToString();
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, PresetFigure? figure)
    {
        if (figure is null)
        {
            if (name == FigureDefinition.EnduranceName)
            {
                json.WriteNull(name);
            }

            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", figure.Value);
        WriteSource(json, figure.Source, figure.Confidence);
    }

    private static void WriteLaw(Utf8JsonWriter json, CbramPreset preset)
    {
        if (preset.WaitFamily != WaitFamily.Exponential)
        {
            json.WriteString("wait_family", WaitFamilyNames.Of(preset.WaitFamily));
        }

        if (preset.DrivenAs is { } other)
        {
            json.WriteString("driven_as", other.Name);
        }

        if (preset.TauTable is not { } table)
        {
            return;
        }

        json.WriteStartObject("tau_table");
        json.WriteStartArray("points");
        foreach (TauPoint point in table.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("voltage_volts", point.VoltageVolts);
            json.WriteNumber("tau_seconds", point.TauSeconds);
            if (point.LnTauSpread > 0)
            {
                json.WriteNumber("ln_tau_spread", point.LnTauSpread);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("extrapolation_volts", table.ExtrapolationVolts);
        WriteSource(json, table.Source, table.Confidence);
    }

    /// <summary>Ends an object with where its figures come from.</summary>
    private static void WriteSource(Utf8JsonWriter json, string source, Confidence confidence)
    {
        json.WriteString("source", source);
        json.WriteString("confidence", confidence switch
        {
            Confidence.Primary => "A",
            Confidence.Unverified => "B",
            Confidence.Computed => "C",
            _ => "assumption",
        });
        json.WriteEndObject();
    }

    private static void WriteNonidealities(Utf8JsonWriter json, Nonidealities nonidealities)
    {
        if (nonidealities.IsNone)
        {
            return;
        }

        json.WriteStartObject("nonidealities");
        foreach (NonidealityDefinition definition in Nonidealities.Definitions)
        {
            if (definition.Get(nonidealities) is double value and not 0.0)
            {
                json.WriteNumber(definition.Name, value);
            }
        }

        json.WriteEndObject();
    }
}
