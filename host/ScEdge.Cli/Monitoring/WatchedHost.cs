using System;
using System.Globalization;
using ScEdge.Link.Watching;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Another program that has the line and tells what passes on it. Nothing is sent.
/// </summary>
/// <param name="watch">What it tells.</param>
/// <param name="account">Takes what passes.</param>
/// <param name="say">Takes what happens to the line.</param>
internal sealed class WatchedHost(LineWatch watch, LineAccount account, Action<string> say) : IMonitorSource
{
    private const int WaitMilliseconds = 20;

    // Enough for the fastest line; the output is due in between.
    private const int MostRecords = 1000;

    /// <inheritdoc/>
    public string State { get; } = $"watching {watch.Host.Name}";

    /// <inheritdoc/>
    public string? End => watch.IsEnded ? $"{watch.Host.Name} has let the port go" : null;

    /// <inheritdoc/>
    public bool IsListening => true;

    /// <inheritdoc/>
    public bool HasSession => false;

    /// <inheritdoc/>
    public void Advance()
    {
        for (int i = 0; i < MostRecords; i++)
        {
            if (watch.Read(i == 0 ? WaitMilliseconds : 0) is not { } record)
            {
                return;
            }

            Take(record);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => watch.Dispose();

    private void Take(WatchRecord record)
    {
        switch (record.Kind)
        {
            case WatchKind.FromBoard:
                account.Incoming.See(record.Content, 0, record.Content.Length);
                break;
            case WatchKind.ToBoard:
                account.Outgoing.See(record.Content, 0, record.Content.Length);
                break;
            case WatchKind.Progress:
                account.Progress = WorkProgress.Of(record);
                break;
            case WatchKind.Line:
                say(record.Words);
                break;
            case WatchKind.Missed:
                account.Incoming.Rejoin();
                account.Outgoing.Rejoin();
                say(string.Create(CultureInfo.InvariantCulture, $"{record.Count:N0} bytes passed too fast for this monitor and were not seen"));
                break;
            default:
                break;
        }
    }
}
