using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Costing.Quantities;
using ScEdge.Input;

namespace ScEdge.Costing.Libraries;

/// <summary>Reads a cost library from JSON and accepts nothing that it does not understand.</summary>
internal sealed class CostLibraryReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };
    private static readonly string[] RootProperties = ["name", "description", "entries"];
    private static readonly string[] RangeProperties = ["low", "nominal", "high"];

    /// <summary>Property that names libraries of parts whose entries come in addition; it may be left out.</summary>
    private const string Fragments = "fragments";

    private static readonly string[] Confidences = ["A", "B", "C", "assumption"];
    private static readonly string[] EnergyUses = ["cycle", "operation"];

    private static readonly string[] EntryProperties =
    [
        "component", "area_square_micrometres", "energy_femtojoules", "energy_per", "leakage_nanowatts", "source",
        "node_nanometres", "voltage_volts", "corner", "confidence", "includes",
    ];

    private readonly string _origin;

    private readonly Func<string, CostLibrary?> _parts;

    private CostLibraryReader(string origin, Func<string, CostLibrary?> parts) => (_origin, _parts) = (origin, parts);

    /// <summary>Reads a library.</summary>
    /// <param name="json">The text.</param>
    /// <param name="origin">Where it comes from, for the sentences of its errors.</param>
    /// <param name="parts">Finds libraries of parts by their names.</param>
    public static CostLibrary Read(string json, string origin, Func<string, CostLibrary?> parts)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Options);
            return new CostLibraryReader(origin, parts).ReadLibrary(document.RootElement);
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
    }

    private CostLibrary ReadLibrary(JsonElement root)
    {
        Dictionary<string, JsonElement> properties = Properties(root, "the library", RootProperties, Fragments);
        JsonElement list = properties["entries"];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw Error("entries must be a list in brackets that is not empty: write [ { ... } ]");
        }

        LibraryEntry[] entries = [.. list.EnumerateArray().Select(ReadEntry)];
        entries = [.. entries, .. Added(properties).Where(one => entries.All(own => own.Component != one.Component))];
        string? twice = entries.GroupBy(entry => entry.Component).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null
            ? new CostLibrary(Text(properties["name"], "name"), Text(properties["description"], "description"), entries)
            : throw Error($"component \"{twice}\" is given twice: keep one of the two");
    }

    /// <summary>Entries of the libraries of parts that are named; what the library gives itself goes before them.</summary>
    private IEnumerable<LibraryEntry> Added(Dictionary<string, JsonElement> properties)
    {
        if (!properties.TryGetValue(Fragments, out JsonElement names))
        {
            return [];
        }

        return names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().SelectMany(name => _parts(Text(name, Fragments))?.Entries
                ?? throw Error($"there are no parts \"{name.GetString()}\": remove the name from {Fragments}"))
            : throw Error($"{Fragments} must be a list of names in brackets");
    }

    private LibraryEntry ReadEntry(JsonElement element, int index)
    {
        string place = $"entry {index + 1}";
        Dictionary<string, JsonElement> properties = Properties(element, place, EntryProperties, null);
        string component = Choice(properties["component"], $"component of {place}", ComponentNames.All);
        string Of(string property) => $"{property} of {component}";
        (double? Value, Span? Span) Read(string property) => Figure(properties[property], Of(property));
        (double? Value, Span? Span) area = Read("area_square_micrometres");
        (double? Value, Span? Span) energy = Read("energy_femtojoules");
        (double? Value, Span? Span) leakage = Read("leakage_nanowatts");
        LibraryEntry entry = new(
            component,
            area.Value,
            energy.Value,
            Choice(properties["energy_per"], Of("energy_per"), EnergyUses),
            leakage.Value,
            Text(properties["source"], Of("source")),
            Positive(properties["node_nanometres"], Of("node_nanometres")),
            Positive(properties["voltage_volts"], Of("voltage_volts")),
            Text(properties["corner"], Of("corner")),
            Choice(properties["confidence"], Of("confidence"), Confidences),
            Text(properties["includes"], Of("includes")))
        {
            AreaSpan = area.Span,
            EnergySpan = energy.Span,
            LeakageSpan = leakage.Span,
        };
        return entry is { AreaSquareMicrometres: null, EnergyFemtojoules: null, LeakageNanowatts: null }
            ? throw Error($"{component} has neither area, energy nor leakage: give one or remove it")
            : entry;
    }

    private Dictionary<string, JsonElement> Properties(JsonElement element, string what, string[] names, string? optional)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Error($"{what} must be an object in braces: write {{ ... }}");
        }

        Dictionary<string, JsonElement> found = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name) && property.Name != optional)
            {
                throw Error($"\"{property.Name}\" is not a property of {what}: remove it or use one of {string.Join(", ", names)}");
            }

            if (!found.TryAdd(property.Name, property.Value))
            {
                throw Error($"\"{property.Name}\" is given twice in {what}: keep one of the two");
            }
        }

        string? missing = names.FirstOrDefault(name => !found.ContainsKey(name));
        return missing is null ? found : throw Error($"{missing} is missing in {what}: add it, as null where the source gives no figure");
    }

    private string Text(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(element.GetString())
            ? element.GetString()!.Trim()
            : throw Error($"{what} must be a text in quotes that is not empty: write one");

    private string Choice(JsonElement element, string what, IReadOnlyList<string> words)
    {
        string text = Text(element, what);
        return words.Contains(text) ? text : throw Error($"{what} is \"{text}\": use one of {string.Join(", ", words)}");
    }

    /// <summary>Reads null, a number, or a range of three.</summary>
    private (double? Value, Span? Span) Figure(JsonElement element, string what)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return (element.ValueKind == JsonValueKind.Null ? null : Number(element, what), null);
        }

        Dictionary<string, JsonElement> ends = Properties(element, what, RangeProperties, null);
        double[] values = [.. RangeProperties.Select(end => Number(ends[end], $"{end} of {what}"))];
        return values[0] <= values[1] && values[1] <= values[2]
            ? (values[1], new Span(values[0], values[1], values[2]))
            : throw Error($"{what} must rise from low over nominal to high: correct it");
    }

    private double Positive(JsonElement element, string what) => Number(element, what) is > 0 and var value
        ? value
        : throw Error($"{what} must be greater than zero: correct it");

    private double Number(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double value) && value is >= 0 and <= 1e12
            ? value
            : throw Error($"{what} must be a number from 0 to 1e12 without quotes: correct it");

    private InputException Error(string sentence) => new($"{_origin}: {sentence}.");
}
