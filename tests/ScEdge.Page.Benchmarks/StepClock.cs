using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ScEdge.Page.Benchmarks;

/// <summary>When a training had done how many steps, from the lines of its metrics, which it writes every two seconds.</summary>
internal sealed class StepClock : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _end = new();
    private readonly List<(double Seconds, long Steps)> _marks = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Task _reading;

    /// <summary>Follows a training.</summary>
    /// <param name="metrics">Its metrics, a line for every step; need not be there yet.</param>
    public StepClock(string metrics) => _reading = Task.Run(() => Follow(metrics));

    /// <summary>Gets the time since this began; s.</summary>
    public double Now => _watch.Elapsed.TotalSeconds;

    /// <summary>Returns the steps of a second between the first and the last lines that came within a time.</summary>
    /// <param name="from">Its begin; s.</param>
    /// <param name="to">Its end; s.</param>
    /// <exception cref="InvalidOperationException">Fewer than two times lines came.</exception>
    public double Rate(double from, double to)
    {
        lock (_marks)
        {
            (double Seconds, long Steps)[] within = [.. _marks.Where(mark => mark.Seconds >= from && mark.Seconds <= to)];
            return within.Length >= 2
                ? (within[^1].Steps - within[0].Steps) / (within[^1].Seconds - within[0].Seconds)
                : throw new InvalidOperationException("The training wrote too rarely, or it has ended.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _end.Dispose();
    }

    private async Task Follow(string metrics)
    {
        byte[] buffer = new byte[1 << 16];
        long position = 0;
        long steps = 0;
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(Look);
            if (!File.Exists(metrics))
            {
                continue;
            }

            using FileStream file = new(metrics, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length == position)
            {
                continue;
            }

            double seconds = Now;
            file.Position = position;
            for (int read; (read = await file.ReadAsync(buffer)) > 0; position += read)
            {
                steps += buffer.AsSpan(0, read).Count((byte)'\n');
            }

            lock (_marks)
            {
                _marks.Add((seconds, steps));
            }
        }
    }
}
