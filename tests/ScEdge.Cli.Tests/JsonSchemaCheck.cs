using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Holds JSON against a schema of hw-docs/schemas: the words of JSON Schema (draft 2020-12) that they use, any other being a mistake.
/// </summary>
internal sealed class JsonSchemaCheck
{
    private const string Reference = "#/$defs/";

    private static readonly string[] Notes = ["$schema", "$defs", "title", "description"];

    private readonly JsonElement _root;

    private JsonSchemaCheck(JsonElement root) => _root = root;

    /// <summary>Gets the folder of the schemas.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Returns what is wrong with a value, one text per place.</summary>
    public static IReadOnlyList<string> Mistakes(JsonElement value, string schema)
    {
        using JsonDocument document = Read(schema);
        return [.. new JsonSchemaCheck(document.RootElement).Mistakes(value, document.RootElement, "$")];
    }

    /// <summary>Reads a schema.</summary>
    public static JsonDocument Read(string schema) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, schema + ".json")));

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "hw-docs", "schemas")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "hw-docs", "schemas");
    }

    private static bool IsOfType(JsonElement value, JsonElement types) => types.ValueKind == JsonValueKind.Array
        ? types.EnumerateArray().Any(type => IsOfType(value, type))
        : types.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetRawText().All(letter => char.IsAsciiDigit(letter) || letter == '-'),
            "number" => value.ValueKind == JsonValueKind.Number,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new ArgumentException($"{types} is no type.", nameof(types)),
        };

    private IEnumerable<string> Mistakes(JsonElement value, JsonElement schema, string place) =>
        schema.EnumerateObject().Where(rule => !Notes.Contains(rule.Name)).SelectMany(rule => rule.Name switch
        {
            "$ref" => Mistakes(value, _root.GetProperty("$defs").GetProperty(rule.Value.GetString()![Reference.Length..]), place),
            "type" => IsOfType(value, rule.Value) ? [] : [$"{place} is {value.ValueKind}, not {rule.Value}"],
            "enum" => rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [] : [$"{place} is {value}, none of {rule.Value}"],
            "anyOf" => rule.Value.EnumerateArray().Any(one => !Mistakes(value, one, place).Any()) ? [] : [$"{place} is not as it may be: {value}"],
            "items" => value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((one, i) => Mistakes(one, rule.Value, $"{place}[{i}]"))
                : [],
            "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.Value.GetInt32()
                ? [] : [$"{place} has too few items"],
            "minProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= rule.Value.GetInt32()
                ? [] : [$"{place} has too few members"],
            "properties" or "required" or "additionalProperties" or "propertyNames" =>
                value.ValueKind == JsonValueKind.Object ? MistakesOfObject(value, schema, rule, place) : [],
            _ => throw new ArgumentException($"{rule.Name} at {place} is not known.", nameof(schema)),
        });

    private IEnumerable<string> MistakesOfObject(JsonElement value, JsonElement schema, JsonProperty rule, string place)
    {
        IEnumerable<JsonProperty> members = value.EnumerateObject();
        return rule.Name switch
        {
            "properties" => members.Where(one => rule.Value.TryGetProperty(one.Name, out _))
                .SelectMany(one => Mistakes(one.Value, rule.Value.GetProperty(one.Name), $"{place}.{one.Name}")),
            "required" => rule.Value.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place} lacks {name}"),
            "propertyNames" => members.SelectMany(one => Mistakes(JsonSerializer.SerializeToElement(one.Name), rule.Value, $"{place}: {one.Name}")),
            _ => members.Where(one => !schema.TryGetProperty("properties", out JsonElement known) || !known.TryGetProperty(one.Name, out _))
                .SelectMany(one => rule.Value.ValueKind == JsonValueKind.False
                    ? [$"{place} has {one.Name}, which is not in the schema"]
                    : Mistakes(one.Value, rule.Value, $"{place}.{one.Name}")),
        };
    }
}
