using System.Text.Json;
using ScEdge.Input;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Training.Runs;

/// <summary>
/// The stream format of what an earlier process wrote: with other bits a training cannot be continued.
/// </summary>
public static class RecordedFormat
{
    /// <summary>Refuses a record of another stream format.</summary>
    /// <param name="json">The record: a JSON object with the settings of a run as <c>options</c> and the format as <c>stream_format</c>, which
    /// records of format 1 do not say.</param>
    /// <param name="path">File that holds it.</param>
    /// <exception cref="InputException">It is of another stream format.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(string json, string path)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("options", out _))
        {
            // Not a record of a run, as its reader will say.
            return;
        }

        int format = root.TryGetProperty("stream_format", out JsonElement said) && said.TryGetInt32(out int number) ? number : 1;
        if (format != StreamFormat.Version)
        {
            throw new InputException(
                $"{path} is of stream format {format}, this program makes the bits of {StreamFormat.Version}: "
                + "resume the run with the version of scedge that started it, or start a new one.");
        }
    }
}
