using System;
using ScEdge.Boards.Connections;
using ScEdge.Link.Keys;
using ScEdge.Link.Serial;

namespace ScEdge.Cli.Boards;

/// <summary>
/// How boards are reached, whatever their addresses.
/// </summary>
internal sealed record BoardPortSettings
{
    /// <summary>Gets how serial ports are opened.</summary>
    public SerialSettings Serial { get; init; } = new();

    /// <summary>Gets whether the speed of a serial port is found and raised; else it is that of <see cref="Serial"/>.</summary>
    public bool FindsSpeed { get; init; } = true;

    /// <summary>Gets the key for TCP; null allows this machine only.</summary>
    public PreSharedKey? Key { get; init; }

    /// <summary>Gets how long a board may be unreachable before a command gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets whether the port is let go when another program asks, as a monitor does; else such a program is asked to do so.</summary>
    public bool GivesWay { get; init; }

    /// <summary>Gets what ends the waiting for a board; null for nothing.</summary>
    public Interruption? Interruption { get; init; }

    /// <summary>Gets the lines that are told how far the work is; null where there is nothing to tell.</summary>
    public ProgressLines? Progress { get; init; }
}
