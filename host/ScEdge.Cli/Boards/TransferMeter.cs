using System;
using System.Diagnostics;
using System.Globalization;

namespace ScEdge.Cli.Boards;

/// <summary>
/// Shows on a terminal how far a transfer has come; elsewhere nothing. Dispose ends the line.
/// </summary>
/// <param name="what">What is moved.</param>
internal sealed class TransferMeter(string what) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly bool _isShown = !Console.IsErrorRedirected;
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last;
    private bool _hasLine;

    /// <summary>Shows progress.</summary>
    /// <param name="done">Bytes moved.</param>
    /// <param name="total">Bytes of all.</param>
    public void Show(int done, int total)
    {
        if (!_isShown || (done < total && Stopwatch.GetElapsedTime(_last) < Interval))
        {
            return;
        }

        _last = Stopwatch.GetTimestamp();
        _hasLine = true;
        double rate = done / 1000.0 / Math.Max(0.001, Stopwatch.GetElapsedTime(_start).TotalSeconds);
        Console.Error.Write(
            string.Create(CultureInfo.InvariantCulture, $"\r{what} {done:N0} of {total:N0} bytes, {100.0 * done / total:F0} %, {rate:F0} kB/s   "));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_hasLine)
        {
            Console.Error.WriteLine();
        }
    }
}
