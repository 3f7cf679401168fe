using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScEdge.Training.Runs;

/// <summary>
/// Writes numbers to fifteen digits: what a calculation in doubles has beyond them is rounding, 1.5499999999999998 where 1.55 was
/// meant. What is no number becomes null.
/// </summary>
internal sealed class DecimalNumberConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
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
