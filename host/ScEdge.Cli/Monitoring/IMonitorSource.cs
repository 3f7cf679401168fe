using System;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Where a monitor sees a line from: it has the line itself, or watches the program that has it.
/// </summary>
internal interface IMonitorSource : IDisposable
{
    /// <summary>Gets how it stands, in words.</summary>
    string State { get; }

    /// <summary>Gets why nothing more comes from here, in words; null while it goes on.</summary>
    string? End { get; }

    /// <summary>Gets whether the board is another program's, so that nothing may be sent to it.</summary>
    bool IsListening { get; }

    /// <summary>Gets whether there is a session of this monitor.</summary>
    bool HasSession { get; }

    /// <summary>Takes what has come, or waits a little for it.</summary>
    void Advance();
}
