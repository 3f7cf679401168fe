using System;
using System.Security.Cryptography;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Emulation;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link;
using ScEdge.Link.Addresses;
using ScEdge.Link.Links;
using ScEdge.Link.Reconnecting;
using ScEdge.Link.Serial;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Cli.Boards;

/// <summary>
/// Opens what leads to a board, by the address that the user gives.
/// </summary>
internal static class BoardPorts
{
    /// <summary>Opens the line to a board; a session begins when it is first needed.</summary>
    /// <param name="address">A device, tcp://HOST:PORT, emulator: and options, or auto.</param>
    /// <param name="settings">How; null for the defaults.</param>
    /// <param name="console">Takes the board's console text; null for none.</param>
    /// <exception cref="InputException">The address is none, or what it leads to cannot be opened.</exception>
    public static BoardConnection Open(string address, BoardPortSettings? settings = null, IConsoleSink? console = null)
    {
        settings ??= new BoardPortSettings();
        SystemClock clock = new();
        return Connect(OpenLine(address, settings, clock, onChange: null), settings, clock, console);
    }

    /// <summary>Makes the host's end of a session over an open line.</summary>
    public static BoardConnection Connect(IPortLink line, BoardPortSettings settings, IClock clock, IConsoleSink? console)
    {
        uint epoch = Math.Max(1u, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
        return new BoardConnection(line, clock, new LinkSettings(), epoch, console, settings.Patience);
    }

    /// <summary>Opens the line to a board, which is opened again whenever it is lost.</summary>
    /// <param name="address">A device, tcp://HOST:PORT, emulator: and options, or auto.</param>
    /// <param name="settings">How.</param>
    /// <param name="clock">Running clock.</param>
    /// <param name="onChange">Is told when the line comes and goes; null for none.</param>
    /// <exception cref="InputException">The address is none, or what it leads to cannot be opened.</exception>
    public static IPortLink OpenLine(string address, BoardPortSettings settings, IClock clock, Action<LineTransition>? onChange)
    {
        PortAddress parsed = PortAddress.Parse(address);
        if (parsed.Kind == PortKind.Emulator)
        {
            return new EmulatorPort(address, EmulatorText.Parse(parsed.Options), clock);
        }

        // Opened here first: a port that is wrong is to be told at once, one that was lost later is waited for.
        PortSettings port = new() { Serial = settings.Serial, Key = settings.Key };
        IPortLink? first = new PortOpener(port, clock).Open(parsed);
        PortOpener again = new(port with { Serial = port.Serial with { ControlLines = ControlLines.KeepBoardRunning } }, clock);
        ReconnectingLink line = new(
            first.Name,
            () =>
            {
                IPortLink? open = first;
                first = null;
                return open ?? again.Open(parsed);
            },
            clock,
            new BackOff());
        line.Changed += transition => onChange?.Invoke(transition);
        return line;
    }
}
