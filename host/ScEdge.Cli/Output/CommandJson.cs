using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Output;

/// <summary>
/// What commands print for programs: one line, names in snake_case, values of a choice as options spell them, numbers without the noise of their
/// last digits. hw-docs/schemas says what is in it, command by command.
/// </summary>
internal static class CommandJson
{
    private static readonly JsonSerializerOptions Options = new(RunJson.Compact) { Converters = { new NumberConverter() } };

    /// <summary>Returns an object as a line, without its end.</summary>
    public static string Line(object value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Returns a word of the program as a value: stuck set becomes stuck-set.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Writes 15 digits, which a double always holds: 1.55, not 1.5499999999999998. What is no number becomes null.</summary>
    private sealed class NumberConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(double.Parse(value.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
