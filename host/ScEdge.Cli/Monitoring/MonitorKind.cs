namespace ScEdge.Cli.Monitoring;

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
