using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Where a monitor writes: lines that scroll, on a terminal with a panel below them, and a log file.
/// </summary>
/// <remarks>Written in portions: a terminal costs more per write than per line.</remarks>
internal sealed class MonitorOutput : IDisposable
{
    private static readonly TimeSpan Portion = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PanelInterval = TimeSpan.FromMilliseconds(500);

    private readonly MonitorOptions _options;
    private readonly TextWriter _writer;
    private readonly StreamWriter? _log;
    private readonly long _mostLogBytes = InputLimit.LogMegabytes.Value << 20;
    private long _logBytes;
    private readonly StringBuilder _lines = new();
    private int _panelLines;
    private DateTime _written;
    private DateTime _drawn;

    /// <summary>Opens the log file.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public MonitorOutput(MonitorOptions options, TextWriter writer)
    {
        _options = options;
        _writer = writer;
        HasPanel = !options.JsonLines && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null);
        try
        {
            _log = options.LogPath is null ? null : new StreamWriter(options.LogPath, append: true);
            _logBytes = options.LogPath is null ? 0 : new FileInfo(options.LogPath).Length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(
                $"The log file {options.LogPath} cannot be written ({exception.Message}): give a file in a folder that exists.", exception);
        }
    }

    /// <summary>Gets whether there is a panel.</summary>
    public bool HasPanel { get; }

    private static int Width => Math.Max(40, Console.WindowWidth);

    /// <summary>Takes an event.</summary>
    public void Add(MonitorEvent seen)
    {
        if (!_options.Shows(seen))
        {
            return;
        }

        if (_options.JsonLines)
        {
            string json = MonitorLine.Json(seen, _options.Hex);
            _lines.Append(json).Append('\n');
            Log(json + "\n");
            return;
        }

        bool isWide = !HasPanel || Width >= MonitorLine.WideColumns;
        int start = _lines.Length;
        MonitorLine.Append(_lines, seen, _options.Hex, isWide, isColored: HasPanel);
        if (_log is null)
        {
            return;
        }

        if (!HasPanel)
        {
            Log(_lines.ToString(start, _lines.Length - start));
            return;
        }

        StringBuilder plain = new();
        MonitorLine.Append(plain, seen, _options.Hex, isWide: true, isColored: false);
        Log(plain.ToString());
    }

    /// <summary>Writes to the log, up to a bound: a board that talks without end must not fill the disk.</summary>
    private void Log(string text)
    {
        if (_log is null || _logBytes > _mostLogBytes)
        {
            return;
        }

        _logBytes += Encoding.UTF8.GetByteCount(text);
        if (_logBytes <= _mostLogBytes)
        {
            _log.Write(text);
            return;
        }

        string end = $"the log has reached {InputLimit.LogMegabytes.Value} megabytes and ends here: set {InputLimit.LogMegabytes.Variable} to more";
        _log.WriteLine(_options.JsonLines ? JsonSerializer.Serialize(new { log = end }) : end);
        _lines.Append(_options.JsonLines ? "" : end + "\n");
    }

    /// <summary>Writes what is due.</summary>
    /// <param name="draw">Draws the panel for a width.</param>
    public void Write(Func<int, IReadOnlyList<string>> draw)
    {
        DateTime now = DateTime.Now;
        bool hasLines = _lines.Length > 0 && now - _written >= Portion;
        if (hasLines || (HasPanel && now - _drawn >= PanelInterval))
        {
            Write(HasPanel ? draw(Width) : []);
            (_written, _drawn) = (now, now);
        }
    }

    /// <summary>Writes the rest; the panel stays as the last picture.</summary>
    public void Dispose()
    {
        if (_lines.Length > 0)
        {
            Write([]);
        }

        if (HasPanel && _panelLines > 0)
        {
            _writer.WriteLine();
        }

        _writer.Flush();
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
        _log?.Flush();
    }
}
