using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Experiments.Quantities;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Commands;

namespace ScEdge.Serve.Boards;

/// <summary>What one board says: the events of the program's own <c>monitor</c>, which gives way when another command needs the port.</summary>
internal sealed class BoardMonitor : IDisposable
{
    private const int MostEvents = 2000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CommandLine _program;
    private readonly string _port;
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<BoardEvent> _events = new();
    private readonly Task _work;
    private long _count;

    /// <summary>Starts to watch.</summary>
    public BoardMonitor(CommandLine program, string port)
    {
        (_program, _port) = (program, port);
        _work = Task.Run(Watch);
    }

    /// <summary>Returns the events after the first so many, as far as they are kept, and how many there have been.</summary>
    public (IReadOnlyList<BoardEvent> Events, long Count) After(long count)
    {
        lock (_events)
        {
            int missing = (int)Math.Min(_count - count, _events.Count);
            return (missing <= 0 ? [] : [.. _events.Skip(_events.Count - missing)], _count);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _work.Wait(Pause);
        _end.Dispose();
    }

    private async Task Watch()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await WatchOnce().ConfigureAwait(false);
                await Task.Delay(Pause, _end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception) when (exception is IOException or Input.InputException)
            {
                Add(Said(exception.Message));
            }
        }
    }

    private async Task WatchOnce()
    {
        using Process process = _program.Start(Arguments.Monitor(_port));
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            while (await process.StandardOutput.ReadLineAsync(_end.Token).ConfigureAwait(false) is { } line)
            {
                if (Parse(line) is { } seen)
                {
                    Add(seen);
                }
            }

            await process.WaitForExitAsync(_end.Token).ConfigureAwait(false);
            Add(Said(CommandLine.SentenceOf(await error.ConfigureAwait(false))));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private void Add(BoardEvent seen)
    {
        lock (_events)
        {
            // A board that cannot be reached says the same every two seconds.
            if (_events.LastOrDefault() is { } last && seen.Kind == "link" && last.Kind == "link" && seen.Words == last.Words)
            {
                return;
            }

            _events.Enqueue(seen);
            _count++;
            if (_events.Count > MostEvents)
            {
                _events.Dequeue();
            }
        }
    }

    private static BoardEvent Said(string words) => new(DateTime.UtcNow.ToString("O"), "link", words, []);

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.GetArrayLength() == 0 ? "none" : string.Join(", ", value.EnumerateArray())
        : value.ToString();

    /// <summary>Returns a field as people read it: its unit stands in its name as the command writes it.</summary>
    private static NamedValue Named(string name, JsonElement value) => value.ValueKind != JsonValueKind.Number ? new(name, Text(value))
        : name.EndsWith("_attojoules", StringComparison.Ordinal) ? new(name[..^"_attojoules".Length], QuantityText.Energy(value.GetDouble()))
        : name.EndsWith("_seconds", StringComparison.Ordinal) ? new(name[..^"_seconds".Length], QuantityText.Seconds(value.GetDouble()))
        : name == "free_bytes" ? new("memory_free", string.Create(CultureInfo.InvariantCulture, $"{value.GetInt64():N0} bytes"))
        : new(name, Text(value));

    private static BoardEvent? Parse(string line)
    {
        try
        {
            JsonElement seen = JsonElement.Parse(line);
            JsonElement fields = seen.GetProperty("fields");
            return new BoardEvent(
                seen.GetProperty("time").GetString() ?? "",
                seen.GetProperty("kind").GetString() ?? "",
                seen.GetProperty("words").GetString() ?? "",
                fields.ValueKind != JsonValueKind.Object ? []
                    : [.. fields.EnumerateObject().Select(static one => Named(one.Name, one.Value))]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
