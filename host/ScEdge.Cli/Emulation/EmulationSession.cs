using System;
using System.IO;
using System.Threading;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Line;
using ScEdge.Emulator.Line.Terminals;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Keys;
using ScEdge.Link.Tcp;
using ScEdge.Protocol.Links;

namespace ScEdge.Cli.Emulation;

/// <summary>
/// One call of <c>emulate</c>: a board on a pseudo-terminal, on TCP or on both, until it is told to end.
/// </summary>
internal sealed class EmulationSession : IDisposable
{
    private readonly EmulationOutput _output;
    private readonly PseudoTerminalLink? _terminal;
    private readonly TcpListenerLink? _listener;
    private readonly EmulatedBoard _board;
    private readonly IDisposable? _storage;
    private bool _wasOpened;
    private string? _client;
    private int _refused;
    private int _starts = 1;

    /// <summary>Makes the lines, says where they are, and switches the board on.</summary>
    /// <param name="settings">The board.</param>
    /// <param name="hasTerminal">Whether it has a pseudo-terminal.</param>
    /// <param name="linkPath">A symbolic link to that; null for none.</param>
    /// <param name="address">Where to listen; null for nowhere.</param>
    /// <param name="key">Key of the TCP line.</param>
    /// <param name="output">Takes what happens.</param>
    /// <exception cref="InputException">A line cannot be made.</exception>
    public EmulationSession(
        EmulatorSettings settings, bool hasTerminal, string? linkPath, PortAddress? address, PreSharedKey? key, EmulationOutput output)
    {
        _output = output;
        _storage = settings.Storage as IDisposable;
        SystemClock clock = new();
        try
        {
            _listener = address is null ? null : TcpListenerLink.Listen(address, key, clock);
            _terminal = hasTerminal ? new PseudoTerminalLink(linkPath) : null;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            _listener?.Dispose();
            throw new InputException(exception.Message, exception);
        }
        catch
        {
            _listener?.Dispose();
            throw;
        }

        Announce(linkPath);
        IWaitableLink outlet = _terminal is null ? _listener! : _listener is null ? _terminal : new JoinedLink(_terminal, _listener);
        _board = new EmulatedBoard(settings, outlet, clock, new ConsoleLines(line => output.Say("board", line)));
    }

    /// <summary>Runs the board until it is cancelled.</summary>
    public void Run(CancellationToken cancellation)
    {
        BoardThread.Run(_board, LookAtLines, cancellation);
        _output.Say("emulator", "ends");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _terminal?.Dispose();
        _listener?.Dispose();
        _storage?.Dispose();
    }

    private void Announce(string? linkPath)
    {
        if (_terminal is not null)
        {
            _output.Ready(_terminal.DevicePath);
        }

        if (linkPath is not null)
        {
            _output.Ready(Path.GetFullPath(linkPath));
        }

        if (_listener is not null)
        {
            _output.Ready($"{_listener.Address}");
        }
    }

    private void LookAtLines()
    {
        if (_terminal is not null && _terminal.IsOpened != _wasOpened)
        {
            _wasOpened ^= true;
            _output.Say("line", _wasOpened ? $"{_terminal.DevicePath} was opened" : $"{_terminal.DevicePath} was closed");
        }

        if (_listener is not null && (_listener.Client != _client || _listener.RefusedClients != _refused))
        {
            LookAtClient(_listener);
        }

        if (_board.Starts != _starts)
        {
            _starts = _board.Starts;
            _output.Say("line", "the board was reset");
        }
    }

    private void LookAtClient(TcpListenerLink listener)
    {
        if (listener.RefusedClients != _refused)
        {
            _refused = listener.RefusedClients;
            _output.Say("line", "a client was turned away: it did not prove the key");
        }

        if (listener.Client != _client)
        {
            _output.Say("line", listener.Client is { } client ? $"{client} is connected" : $"{_client} has left");
            _client = listener.Client;
        }
    }
}
