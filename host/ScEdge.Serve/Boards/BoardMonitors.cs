using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ScEdge.Input;
using ScEdge.Serve.Commands;
using ScEdge.Serve.Hosting;

namespace ScEdge.Serve.Boards;

/// <summary>The boards that the server was given, each watched once for all tabs, from the first that looks until the server ends.</summary>
/// <param name="program">The program, whose monitor watches.</param>
/// <param name="invocation">Names the boards.</param>
internal sealed class BoardMonitors(CommandLine program, ServeInvocation invocation) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, BoardMonitor> _monitors = [];

    /// <summary>Refuses an address that the server was not given.</summary>
    /// <exception cref="InputException">It was not.</exception>
    public void Require(string port)
    {
        if (!invocation.Ports.Contains(port))
        {
            throw new InputException("This board was not given to the page: start it with its port.");
        }
    }

    /// <summary>Returns the monitor of a board.</summary>
    /// <exception cref="InputException">The server was not given this board.</exception>
    public BoardMonitor Of(string port)
    {
        Require(port);
        lock (_gate)
        {
            if (!_monitors.TryGetValue(port, out BoardMonitor? monitor))
            {
                _monitors[port] = monitor = new BoardMonitor(program, port);
            }

            return monitor;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (BoardMonitor monitor in _monitors.Values)
        {
            monitor.Dispose();
        }
    }
}
