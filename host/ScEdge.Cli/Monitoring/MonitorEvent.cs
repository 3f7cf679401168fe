using System;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Something that a monitor saw.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Time">When it arrived here.</param>
/// <param name="Words">What it says.</param>
internal sealed record MonitorEvent(MonitorKind Kind, DateTime Time, string Words)
{
    /// <summary>Gets the board's time since its start, where it told; us.</summary>
    public long? DeviceMicroseconds { get; init; }

    /// <summary>Gets the bytes for the hex view; null for none.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Gets the fields of the message for JSON; null for none.</summary>
    public object? Fields { get; init; }

    /// <summary>Gets whether another event tells the same, so that it is left out unless it was asked for.</summary>
    public bool IsEcho { get; init; }
}

/// <summary>
/// What a line of the monitor tells.
/// </summary>
internal enum MonitorKind
{
    /// <summary>Console text of the board.</summary>
    Text,

    /// <summary>A log event of the board.</summary>
    Log,

    /// <summary>A report on the board's work and health.</summary>
    Telemetry,

    /// <summary>A frame, or bytes that are none.</summary>
    Frames,

    /// <summary>The line or the session came or went.</summary>
    Link,
}
