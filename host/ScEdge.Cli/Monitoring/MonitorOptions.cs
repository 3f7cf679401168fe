using System;
using System.Collections.Generic;
using ScEdge.Cli.Boards;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// What a user wants to see of a board, and how.
/// </summary>
internal sealed record MonitorOptions
{
    /// <summary>Gets the address of the board.</summary>
    public required string Address { get; init; }

    /// <summary>Gets how it is reached.</summary>
    public required BoardPortSettings Port { get; init; }

    /// <summary>Gets the kinds to show; empty shows all but frames, each thing once.</summary>
    public IReadOnlySet<MonitorKind> Only { get; init; } = new HashSet<MonitorKind>();

    /// <summary>Gets whether frames are shown beside the rest.</summary>
    public bool ShowsFrames { get; init; }

    /// <summary>Gets whether bytes are shown too.</summary>
    public bool Hex { get; init; }

    /// <summary>Gets whether lines are JSON.</summary>
    public bool JsonLines { get; init; }

    /// <summary>Gets the file that what is shown is appended to; null for none.</summary>
    public string? LogPath { get; init; }

    /// <summary>Gets whether nothing is ever sent.</summary>
    public bool Listens { get; init; }

    /// <summary>Gets whether the board is reset first.</summary>
    public bool Resets { get; init; }

    /// <summary>Gets whether the monitor ends when the line is lost.</summary>
    public bool EndsOnLoss { get; init; }

    /// <summary>Gets the time between two reports of the board.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether an event is to be shown.</summary>
    public bool Shows(MonitorEvent seen) =>
        Only.Count == 0 ? !seen.IsEcho && (ShowsFrames || seen.Kind != MonitorKind.Frames) : Only.Contains(seen.Kind);
}
