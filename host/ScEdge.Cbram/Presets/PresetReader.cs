using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Cbram.Laws;
using ScEdge.Input;

namespace ScEdge.Cbram.Presets;

/// <summary>Reads a preset from JSON and accepts nothing that it does not understand.</summary>
internal sealed class PresetReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    private readonly string origin;
    private readonly Dictionary<string, PresetFigure?> figures = [];
    private string? name;
    private string? description;
    private DriveMode? driveMode;
    private WaitFamily waitFamily;
    private TauTable? tauTable;
    private CbramPreset? drivenAs;
    private Nonidealities nonidealities = Nonidealities.None;

    private PresetReader(string origin)
    {
        this.origin = origin;
    }

    /// <summary>Reads a preset.</summary>
    /// <param name="json">The text.</param>
    /// <param name="origin">Where it comes from, for the sentences of its errors.</param>
    public static CbramPreset Read(string json, string origin)
    {
        PresetReader reader = new(origin);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Options);
            reader.ReadProperties(document.RootElement);
        }
        catch (JsonException exception)
        {
            string where = exception.LineNumber is long line ? $" at line {line + 1}" : "";
            throw new InputException($"{origin} is not valid JSON: correct it{where}.", exception);
        }
        catch (InvalidOperationException exception)
        {
            // JsonElement reports lone surrogates only when the text is asked for.
            throw new InputException($"{origin} contains broken text: save it as UTF-8.", exception);
        }

        return reader.Build();
    }

    private void ReadProperties(JsonElement root)
    {
        foreach (JsonProperty property in Properties(root, "the preset"))
        {
            switch (property.Name)
            {
                case "name":
                    name = ReadName(property.Value);
                    break;
                case "description":
                    description = ReadText(property.Value, "description");
                    break;
                case "drive_mode":
                    driveMode = ReadDriveMode(property.Value);
                    break;
                case "nonidealities":
                    ReadNonidealities(property.Value);
                    break;
                case "wait_family":
                    waitFamily = ReadWaitFamily(property.Value);
                    break;
                case "tau_table":
                    tauTable = ReadTauTable(property.Value);
                    break;
                case "driven_as":
                    drivenAs = ReadDriver(property.Value);
                    break;
                default:
                    FigureDefinition definition = FigureDefinition.All.FirstOrDefault(d => d.Name == property.Name)
                        ?? throw Error($"\"{property.Name}\" is not a property of a preset: remove it or use one of name, description, "
                            + "drive_mode, nonidealities, wait_family, tau_table, driven_as, "
                            + $"{string.Join(", ", FigureDefinition.All.Select(d => d.Name))}");
                    figures[definition.Name] = ReadFigure(definition, property.Value);
                    break;
            }
        }
    }

    private CbramPreset Build()
    {
        string presetName = name ?? throw Missing("name");
        string presetDescription = description ?? throw Missing("description");
        DriveMode mode = driveMode ?? throw Missing("drive_mode");
        bool byVoltage = mode == DriveMode.Voltage;
        string superfluous = byVoltage ? FigureDefinition.SetVoltageName : FigureDefinition.SetPulseWidthName;
        string needed = byVoltage ? FigureDefinition.SetPulseWidthName : FigureDefinition.SetVoltageName;
        if (figures.ContainsKey(superfluous))
        {
            throw Error($"{superfluous} has no meaning under this drive_mode, where it follows from the probability: remove it and give {needed}");
        }

        CheckLaw(byVoltage);
        foreach (FigureDefinition definition in FigureDefinition.All)
        {
            bool isOptional = definition.Name
                is FigureDefinition.ShapeName or FigureDefinition.SetCurrentLimitName or FigureDefinition.ActivationEnergyName
                || (definition.Name is FigureDefinition.Tau0Name or FigureDefinition.V0Name && tauTable is not null);
            if (definition.Name != superfluous && !isOptional && !figures.ContainsKey(definition.Name))
            {
                throw Missing(definition.Name);
            }
        }

        CbramPreset preset = new()
        {
            Name = presetName,
            Description = presetDescription,
            DriveMode = mode,
            Tau0 = figures.GetValueOrDefault(FigureDefinition.Tau0Name),
            V0 = figures.GetValueOrDefault(FigureDefinition.V0Name),
            TauTable = tauTable,
            WaitFamily = waitFamily,
            DrivenAs = drivenAs,
            WaitShape = figures.GetValueOrDefault(FigureDefinition.ShapeName),
            ActivationEnergy = figures.GetValueOrDefault(FigureDefinition.ActivationEnergyName),
            OnResistance = figures["ron_ohms"]!,
            OffResistance = figures["roff_ohms"]!,
            SetPulseWidth = byVoltage ? figures[needed] : null,
            SetVoltage = byVoltage ? null : figures[needed],
            ReadVoltage = figures["read_voltage_volts"]!,
            ReadPulseWidth = figures["read_pulse_width_seconds"]!,
            ResetVoltage = figures["reset_voltage_volts"]!,
            ResetPulseWidth = figures["reset_pulse_width_seconds"]!,
            Endurance = figures[FigureDefinition.EnduranceName],
        };
        return Checked(preset);
    }

    private void CheckLaw(bool byVoltage)
    {
        if (tauTable is not null && (figures.ContainsKey(FigureDefinition.Tau0Name) || figures.ContainsKey(FigureDefinition.V0Name)))
        {
            throw Error("tau_table and tau0_seconds with v0_volts are two laws of one cell: keep the table or the two constants");
        }

        if (drivenAs is not null && !byVoltage)
        {
            throw Error("driven_as has no use under drive_mode \"pulse-width\", which has one voltage: remove it");
        }

        if (tauTable is not null && !byVoltage)
        {
            throw Error("tau_table has no use under drive_mode \"pulse-width\", which has one voltage: give tau0_seconds and v0_volts about it");
        }

        if ((waitFamily == WaitFamily.Exponential) == figures.ContainsKey(FigureDefinition.ShapeName))
        {
            throw waitFamily == WaitFamily.Exponential
                ? Error("wait_shape has no meaning for exponential waits: give wait_family, or remove it")
                : Missing(FigureDefinition.ShapeName);
        }
    }

    private CbramPreset Checked(CbramPreset preset)
    {
        if (preset.OffResistance.Value <= preset.OnResistance.Value)
        {
            throw Error("roff_ohms is not greater than ron_ohms: SET lowers the resistance, so exchange or correct them");
        }

        double volts = preset.PulseFor(0.5).VoltageVolts;
        if (volts <= 0.0)
        {
            throw Error($"an even chance would need {volts:G3} V: correct {(tauTable is null ? FigureDefinition.Tau0Name : "tau_table")} or "
                + "set_pulse_width_seconds so that SET needs a positive voltage");
        }

        if (DriveRange.Of(preset).Problem is { } problem)
        {
            throw Error(problem);
        }

        try
        {
            return preset.WithSetCurrentLimit(figures.GetValueOrDefault(FigureDefinition.SetCurrentLimitName)).WithNonidealities(nonidealities);
        }
        catch (InputException exception)
        {
            throw new InputException($"{origin}: {exception.Message}", exception);
        }
    }

    private PresetFigure? ReadFigure(FigureDefinition definition, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null && definition.Name == FigureDefinition.EnduranceName)
        {
            return null;
        }

        double? value = null;
        string? source = null;
        Confidence? confidence = null;
        foreach (JsonProperty property in Properties(element, definition.Name))
        {
            switch (property.Name)
            {
                case "value":
                    value = ReadValue(definition, property.Value);
                    break;
                case "source":
                    source = ReadText(property.Value, definition.Name + ".source");
                    break;
                case "confidence":
                    confidence = ReadConfidence(property.Value, definition.Name);
                    break;
                default:
                    throw Error($"\"{property.Name}\" is not a property of {definition.Name}: a figure has value, source and confidence");
            }
        }

        return new PresetFigure(
            value ?? throw Missing(definition.Name + ".value"),
            definition.Unit,
            source ?? throw Missing(definition.Name + ".source"),
            confidence ?? throw Missing(definition.Name + ".confidence"));
    }

    private double ReadValue(FigureDefinition definition, JsonElement element)
    {
        double value = ReadNumber(element, definition.Name + ".value");
        if (!(value >= definition.Minimum && value <= definition.Maximum))
        {
            throw Error($"{definition.Name} is {value:G6}: it must be from {definition.Minimum:G6} to {definition.Maximum:G6} {definition.Unit}");
        }

        if (definition.Name == FigureDefinition.EnduranceName && value != Math.Floor(value))
        {
            throw Error($"{definition.Name} is {value}: it must be a whole number, or null for no limit");
        }

        return value;
    }

    private void ReadNonidealities(JsonElement element)
    {
        foreach (JsonProperty property in Properties(element, "nonidealities"))
        {
            double value = ReadNumber(property.Value, "nonidealities." + property.Name);
            try
            {
                nonidealities = Nonidealities.Find(property.Name).Set(nonidealities, value);
            }
            catch (InputException exception)
            {
                throw new InputException($"{origin}: {exception.Message}", exception);
            }
        }
    }

    private CbramPreset ReadDriver(JsonElement element)
    {
        string other = ReadText(element, "driven_as");
        return PresetCatalog.BuiltIn.FirstOrDefault(preset => preset.Name == other)
            ?? throw Error($"driven_as is \"{other}\": use one of {string.Join(", ", PresetCatalog.BuiltIn.Select(preset => preset.Name))}");
    }

    private WaitFamily ReadWaitFamily(JsonElement element) =>
        WaitFamilyNames.Find(ReadText(element, "wait_family"))
            ?? throw Error($"wait_family must be one of {WaitFamilyNames.List}: choose the one that is true");

    private TauTable ReadTauTable(JsonElement element)
    {
        List<TauPoint>? points = null;
        double? extrapolation = null;
        string? source = null;
        Confidence? confidence = null;
        foreach (JsonProperty property in Properties(element, "tau_table"))
        {
            switch (property.Name)
            {
                case "points":
                    points = property.Value.ValueKind == JsonValueKind.Array
                        ? [.. property.Value.EnumerateArray().Select(ReadPoint)]
                        : throw Error("tau_table.points must be an array in brackets: write [ {...}, {...} ]");
                    break;
                case "extrapolation_volts":
                    extrapolation = ReadNumber(property.Value, "tau_table.extrapolation_volts");
                    break;
                case "source":
                    source = ReadText(property.Value, "tau_table.source");
                    break;
                case "confidence":
                    confidence = ReadConfidence(property.Value, "tau_table");
                    break;
                default:
                    throw Error($"\"{property.Name}\" is not a property of tau_table: a table has points, extrapolation_volts, source and "
                        + "confidence");
            }
        }

        try
        {
            return new TauTable(
                points ?? throw Missing("tau_table.points"),
                extrapolation ?? throw Missing("tau_table.extrapolation_volts"),
                source ?? throw Missing("tau_table.source"),
                confidence ?? throw Missing("tau_table.confidence"));
        }
        catch (InputException exception) when (!exception.Message.StartsWith(origin, StringComparison.Ordinal))
        {
            throw new InputException($"{origin}: {exception.Message}", exception);
        }
    }

    private TauPoint ReadPoint(JsonElement element)
    {
        double? volts = null;
        double? seconds = null;
        double spread = 0;
        foreach (JsonProperty property in Properties(element, "a point of tau_table"))
        {
            switch (property.Name)
            {
                case "voltage_volts":
                    volts = ReadNumber(property.Value, property.Name);
                    break;
                case "tau_seconds":
                    seconds = ReadNumber(property.Value, property.Name);
                    break;
                case "ln_tau_spread":
                    spread = ReadNumber(property.Value, property.Name);
                    break;
                default:
                    throw Error($"\"{property.Name}\" is not a property of a point: a point has voltage_volts, tau_seconds and, where it is known, "
                        + "ln_tau_spread");
            }
        }

        return new TauPoint(
            volts ?? throw Missing("voltage_volts of a point of tau_table"), seconds ?? throw Missing("tau_seconds of a point of tau_table"), spread);
    }

    private Confidence ReadConfidence(JsonElement element, string figure) =>
        ReadText(element, figure + ".confidence") switch
        {
            "A" => Confidence.Primary,
            "B" => Confidence.Unverified,
            "C" => Confidence.Computed,
            "assumption" => Confidence.Assumption,
            _ => throw Error($"{figure}.confidence must be \"A\", \"B\", \"C\" or \"assumption\": choose the one that is true"),
        };

    private DriveMode ReadDriveMode(JsonElement element) => ReadText(element, "drive_mode") switch
    {
        "voltage" => DriveMode.Voltage,
        "pulse-width" => DriveMode.PulseWidth,
        _ => throw Error("drive_mode must be \"voltage\" or \"pulse-width\": choose the knob that carries the probability"),
    };

    private string ReadName(JsonElement element)
    {
        string text = ReadText(element, "name");
        return text.Length <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : throw Error("name must be at most 64 letters, digits, '-', '_' and '.': choose a shorter or plainer one");
    }

    private string ReadText(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(element.GetString())
            ? element.GetString()!.Trim()
            : throw Error($"{what} must be a text in quotes that is not empty: write one");

    private double ReadNumber(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw Error($"{what} must be a finite number: write it without quotes, such as 1.5e-6");

    private IEnumerable<JsonProperty> Properties(JsonElement element, string what)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Error($"{what} must be an object in braces: write {{ ... }}");
        }

        HashSet<string> seen = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            yield return seen.Add(property.Name)
                ? property
                : throw Error($"\"{property.Name}\" is given twice in {what}: keep one of the two");
        }
    }

    private InputException Missing(string what) => Error($"{what} is missing: add it");

    private InputException Error(string sentence) => new($"{origin}: {sentence}.");
}
