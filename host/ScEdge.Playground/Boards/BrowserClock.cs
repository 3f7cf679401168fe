using System.Diagnostics;
using ScEdge.Protocol.Links;

namespace ScEdge.Playground.Boards;

/// <summary>Time since the page was opened.</summary>
internal sealed class BrowserClock : IClock
{
    /// <inheritdoc/>
    public long Microseconds => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);
}
