using System;
using System.Globalization;
using System.IO;
using ScEdge.Cli.Output;

namespace ScEdge.Cli.Emulation;

/// <summary>
/// Says what an emulated board and its lines do: lines for people, or each event as a line of JSON.
/// </summary>
/// <param name="writer">Takes the lines.</param>
/// <param name="json">Whether they are JSON.</param>
internal sealed class EmulationOutput(TextWriter writer, bool json)
{
    /// <summary>Says where the board can be opened.</summary>
    public void Ready(string address)
    {
        string words = $"board ready on {address}";
        Write(json ? Json("ready", address, words) : words);
    }

    /// <summary>Says what happened.</summary>
    /// <param name="kind">Who tells it: board, line or emulator.</param>
    /// <param name="words">What.</param>
    public void Say(string kind, string words) => Write(
        json ? Json(kind, null, words) : string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss.fff} {kind,-8} {words}"));

    private static string Json(string kind, string? address, string words) => CommandJson.Line(
        new { Time = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture), Kind = kind, Address = address, Words = words });

    private void Write(string line)
    {
        writer.WriteLine(line);
        writer.Flush();
    }
}
