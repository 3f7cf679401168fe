using System;
using System.Globalization;
using System.Text;
using ScEdge.Cli.Output;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Events as lines of text and of JSON.
/// </summary>
internal static class MonitorLine
{
    private const int BytesPerLine = 16;

    /// <summary>From this width on the board's time has a column of its own.</summary>
    public const int WideColumns = 100;

    // Select graphic rendition, ECMA-48 (1991), 8.3.117: of each kind, in its order.
    private static readonly string[] Colors = ["", "\e[36m", "\e[32m", "\e[90m", "\e[33m"];
    private static readonly string[] Names = ["text", "log", "telemetry", "frame", "link"];
    private static readonly string[] ShortNames = ["text", "log", "tele", "frame", "link"];

    /// <summary>Appends an event, and with it its bytes where they are asked for.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="seen">The event.</param>
    /// <param name="hex">Whether to show the bytes.</param>
    /// <param name="isWide">Whether there is room for a column with the board's time.</param>
    /// <param name="isColored">Whether kinds are told by colours.</param>
    public static void Append(StringBuilder output, MonitorEvent seen, bool hex, bool isWide, bool isColored)
    {
        string color = isColored ? Colors[(int)seen.Kind] : "";
        string device = seen.DeviceMicroseconds is { } ticks ? (ticks / 1e6).ToString("F6", CultureInfo.InvariantCulture) : "";
        string time = seen.Time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        if (isWide)
        {
            output.Append(time).Append(device.PadLeft(15)).Append("  ").Append(color).Append(Names[(int)seen.Kind].PadRight(11));
        }
        else
        {
            output.Append(time).Append(' ').Append(color).Append(ShortNames[(int)seen.Kind].PadRight(6));
            output.Append(device.Length == 0 ? "" : $"@{device[..^3]} ");
        }

        output.Append(ForeignText.Clean(seen.Words));
        output.Append(color.Length > 0 ? "\e[0m\n" : "\n");
        if (hex && seen.Bytes is { } bytes)
        {
            AppendHex(output, bytes);
        }
    }

    /// <summary>Returns an event as one line of JSON, without its end.</summary>
    public static string Json(MonitorEvent seen, bool hex) => CommandJson.Line(
        new
        {
            Time = seen.Time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            seen.Kind,
            DeviceSeconds = seen.DeviceMicroseconds / 1e6,
            seen.Words,
            seen.Fields,
            Hex = hex && seen.Bytes is { } bytes ? Convert.ToHexStringLower(bytes) : null,
        });

    private static void AppendHex(StringBuilder output, byte[] bytes)
    {
        for (int offset = 0; offset < bytes.Length; offset += BytesPerLine)
        {
            ReadOnlySpan<byte> row = bytes.AsSpan(offset, Math.Min(BytesPerLine, bytes.Length - offset));
            output.Append(CultureInfo.InvariantCulture, $"      {offset:x4} ");
            foreach (byte value in row)
            {
                output.Append(CultureInfo.InvariantCulture, $" {value:x2}");
            }

            output.Append(' ', 2 + (3 * (BytesPerLine - row.Length)));
            foreach (byte value in row)
            {
                output.Append(value is >= 0x20 and < 0x7F ? (char)value : '.');
            }

            output.Append('\n');
        }
    }
}
