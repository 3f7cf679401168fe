using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using ScEdge.Cli.Output;
using ScEdge.Input;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Where a monitor writes: lines that scroll, on a terminal with a panel below them, and a log file.
/// </summary>
/// <remarks>
/// Written in portions: a terminal costs more per write than per line. One of the two places may fail; the other goes on.
/// </remarks>
internal sealed class MonitorOutput : IDisposable
{
    private static readonly TimeSpan Portion = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PanelInterval = TimeSpan.FromMilliseconds(500);

    private readonly MonitorOptions _options;
    private readonly TextWriter _writer;
    private readonly MonitorLog? _log;
    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _logged = new();
    private bool _isLogLossTold;
    private int _panelLines;
    private long _written;
    private long _drawn;
    private long? _reported;

    /// <summary>Opens the log file.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public MonitorOutput(MonitorOptions options, TextWriter writer)
    {
        _options = options;
        _writer = writer;
        HasPanel = !options.JsonLines && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null);
        _log = options.LogPath is { } path ? new MonitorLog(path, options.JsonLines) : null;
    }

    /// <summary>Gets whether there is a panel.</summary>
    public bool HasPanel { get; }

    private static int Width => Math.Max(40, Console.WindowWidth);

    /// <summary>Takes an event.</summary>
    public void Add(MonitorEvent seen)
    {
        if (_options.Shows(seen) && !IsTooSoon(seen))
        {
            Append(seen);
        }
    }

    /// <summary>Another host may have asked for reports more often than the user of this monitor wants to read them.</summary>
    private bool IsTooSoon(MonitorEvent seen)
    {
        if (seen.Kind != MonitorKind.Telemetry || _options.Only.Count > 0 || _options.JsonLines)
        {
            return false;
        }

        // By a clock that nobody sets.
        bool isTooSoon = _reported is { } reported && Stopwatch.GetElapsedTime(reported) < 0.9 * _options.Interval;
        _reported = isTooSoon ? _reported : Stopwatch.GetTimestamp();
        return isTooSoon;
    }

    /// <summary>Writes what is due.</summary>
    /// <param name="draw">Draws the panel for a width.</param>
    /// <exception cref="InputException">Nothing can be written anywhere any more.</exception>
    public void Write(Func<int, IReadOnlyList<string>> draw)
    {
        long now = Stopwatch.GetTimestamp();
        bool hasLines = _lines.Length + _logged.Length > 0 && Stopwatch.GetElapsedTime(_written, now) >= Portion;
        if (hasLines || (HasPanel && Stopwatch.GetElapsedTime(_drawn, now) >= PanelInterval))
        {
            Write(HasPanel ? draw(Width) : []);
            (_written, _drawn) = (now, now);
            RequirePlace();
        }
    }

    /// <summary>Writes the rest; the panel stays as the last picture.</summary>
    public void Dispose()
    {
        if (_lines.Length + _logged.Length > 0)
        {
            Write([]);
        }

        if (HasPanel && _panelLines > 0)
        {
            _writer.WriteLine();
        }

        _log?.Dispose();
    }

    private void Write(IReadOnlyList<string> panel)
    {
        StringBuilder portion = new();
        if (_panelLines > 0)
        {
            // To the first line of the old panel, and everything from there on is cleared.
            portion.Append('\r').Append(_panelLines > 1 ? $"\e[{_panelLines - 1}A" : "").Append("\e[J");
        }

        portion.Append(_lines).AppendJoin('\n', panel);
        _panelLines = panel.Count;
        _lines.Clear();
        _writer.Write(portion);
        _writer.Flush();
        _log?.Write(_logged.ToString());
        _logged.Clear();
    }

    private void Append(MonitorEvent seen)
    {
        if (_options.JsonLines)
        {
            string json = MonitorLine.Json(seen, _options.Hex);
            _lines.Append(json).Append('\n');
            _logged.Append(json).Append('\n');
            return;
        }

        bool isWide = !HasPanel || Width >= MonitorLine.WideColumns;
        if (!HasPanel || seen.Kind != MonitorKind.Telemetry || _options.Only.Count > 0)
        {
            // The panel tells the same.
            MonitorLine.Append(_lines, seen, _options.Hex, isWide, isColored: HasPanel);
        }

        if (_log is not null)
        {
            MonitorLine.Append(_logged, seen, _options.Hex, isWide: true, isColored: false);
        }
    }

    private void RequirePlace()
    {
        if (StandardStreams.Failure is { } reason && _log is null or { Failure: not null })
        {
            throw new InputException($"Standard output cannot be written ({reason}): give the output a place with room and repeat the command.");
        }

        if (_log?.Failure is { } loss && !_isLogLossTold)
        {
            _isLogLossTold = true;
            Append(new MonitorEvent(MonitorKind.Link, DateTime.Now, loss));
        }
    }
}
