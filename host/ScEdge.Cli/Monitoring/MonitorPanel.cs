using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScEdge.Cli.Output;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Quantities;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// The account at the foot of a monitor: what the board does, what it costs in silicon, how the line is.
/// </summary>
/// <param name="account">What is known of the line.</param>
internal sealed class MonitorPanel(LineAccount account)
{
    private const int CellWidth = 19;
    private const int Widest = 120;
    private const string Unknown = "-";

    private long _bytes;
    private long _payload;
    private DateTime _since = DateTime.Now;
    private double? _bytesPerSecond;
    private double? _efficiency;

    /// <summary>Draws the panel.</summary>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="title">Where the board is and how the session stands.</param>
    /// <param name="keys">What the keys do.</param>
    public IReadOnlyList<string> Draw(int width, string title, string keys)
    {
        Measure();
        width = Math.Clamp(width - 1, 2 * CellWidth, Widest);
        string head = Cut($"── {title} ", width);
        List<string> lines = [$"\e[90m{head}{new string('─', width - head.Length)}\e[0m"];
        int columns = width / CellWidth;
        foreach ((string Label, string Value)[] row in Cells().Chunk(columns))
        {
            StringBuilder line = new();
            foreach ((string label, string value) in row)
            {
                string text = Cut(value, CellWidth - label.Length - 2);
                line.Append("\e[90m")
                    .Append(label)
                    .Append("\e[0m ")
                    .Append(text)
                    .Append(' ', Math.Max(1, CellWidth - 1 - label.Length - text.Length));
            }

            lines.Add(line.ToString());
        }

        string foot = account.ProgressText.Length > 0 ? $"{account.ProgressText}   {keys}" : keys;
        lines.Add($"\e[90m{Cut(foot, width)}\e[0m");
        return lines;
    }

    private string Efficiency => _efficiency is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} %") : Unknown;

    private IEnumerable<(string Label, string Value)> Cells()
    {
        TelemetryRates rates = account.Rates;
        TelemetryEvent? last = rates.Last;
        IReadOnlyList<string> troubles = BoardSummary.TroublesOf(last?.HealthFlags ?? BoardFaults.None);
        bool fails = troubles.Any(trouble => trouble.StartsWith("entropy", StringComparison.Ordinal));
        yield return ("steps", last is null ? Unknown : CountText.Of(last.StepsDone));
        yield return ("updates/s", rates.RateText);
        yield return ("update", rates.AttojoulesPerUpdate is { } energy ? QuantityText.Energy(energy) : Unknown);
        yield return ("power", rates.PowerText);
        yield return (
            "life used",
            last is null || last.LifeUsed == TelemetryEvent.Unrated
                ? Unknown
                : string.Create(CultureInfo.InvariantCulture, $"{last.LifeUsed * 1e-4:G3} %"));
        yield return ("free", last is null ? Unknown : CountText.Of(last.FreeBytes) + "B");
        yield return ("payload", Efficiency);
        yield return ("line", _bytesPerSecond is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate / 1000:F1} kB/s") : Unknown);
        yield return ("damaged", CountText.Of(account.Damaged));
        yield return ("repeated", CountText.Of(account.Repeated));
        yield return ("entropy", fails ? "failing" : account.Entropy.Length > 0 ? account.Entropy : Unknown);
        yield return ("health", last is null ? Unknown : troubles.Count == 0 ? "good" : troubles[0]);
    }

    /// <summary>Sums up the line over the last second or more.</summary>
    private void Measure()
    {
        DateTime now = DateTime.Now;
        double seconds = (now - _since).TotalSeconds;
        if (seconds < 1)
        {
            return;
        }

        long bytes = account.Incoming.Bytes + account.Outgoing.Bytes;
        long payload = account.Incoming.PayloadBytes + account.Outgoing.PayloadBytes;
        _bytesPerSecond = (bytes - _bytes) / seconds;
        _efficiency = bytes > _bytes ? (double)(payload - _payload) / (bytes - _bytes) : null;
        (_bytes, _payload, _since) = (bytes, payload, now);
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width)];
}
