using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScEdge.Training.Runs;

/// <summary>
/// How records of a run are written as JSON: names in snake_case, enumerations by name, numbers exact.
/// </summary>
public static class RunJson
{
    /// <summary>Gets the options of the serialiser, one line.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>Gets the options of the serialiser, indented for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>Gets the options for what is printed and not read again: one line, numbers to fifteen digits.</summary>
    public static JsonSerializerOptions Printed { get; } = WithFifteenDigits(Compact);

    /// <summary>Gets the same, indented for people.</summary>
    public static JsonSerializerOptions PrintedIndented { get; } = WithFifteenDigits(Indented);

    private static JsonSerializerOptions WithFifteenDigits(JsonSerializerOptions like)
    {
        JsonSerializerOptions options = new(like);
        options.Converters.Add(new DecimalNumberConverter());
        return options;
    }

    private static JsonSerializerOptions Create(bool indented)
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = indented,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        return options;
    }
}
