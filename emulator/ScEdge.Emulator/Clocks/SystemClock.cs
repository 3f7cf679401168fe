using System.Diagnostics;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Clocks;

/// <summary>The PC's monotonic clock; zero is the moment of its creation.</summary>
public sealed class SystemClock : IClock
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public long Microseconds => Stopwatch.GetElapsedTime(_start).Ticks / 10;
}
