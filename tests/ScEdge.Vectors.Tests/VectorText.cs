using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Vectors.Tests;

/// <summary>How numbers are written: comma-separated lines with a header, or one JSON object to a line; LF ends each.</summary>
internal static class VectorText
{
    /// <summary>Names in snake_case, enumerations by name, every value written but for a law of cells that have none.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IncludeFields = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutMissingLaw } },
    };

    public static string Csv(string header, IEnumerable<FormattableString> rows) =>
        header + "\n" + string.Concat(rows.Select(row => FormattableString.Invariant(row) + "\n"));

    public static string JsonLines<T>(IEnumerable<T> values) =>
        string.Concat(values.Select(value => JsonSerializer.Serialize(value, Json) + "\n"));

    public static T[] ReadJsonLines<T>(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<T>(line, Json)!)];

    /// <summary>Bit t of the words as the character at t.</summary>
    public static string Bits(IReadOnlyList<uint> words, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(t => (words[t / 32] >> (t % 32)) & 1));

    private static void LeaveOutMissingLaw(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(static property => property.PropertyType == typeof(DriveLaw)))
        {
            property.ShouldSerialize = static (_, law) => law is not null;
        }
    }
}
