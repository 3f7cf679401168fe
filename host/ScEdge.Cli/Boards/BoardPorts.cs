using System;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Emulation;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link;
using ScEdge.Link.Addresses;
using ScEdge.Link.Links;
using ScEdge.Link.Reconnecting;
using ScEdge.Link.Watching;
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
        PublishedLine line = OpenLine(address, settings, clock, onChange: null);
        bool findsSpeed = settings.FindsSpeed && PortAddress.Parse(address).Kind is PortKind.Serial or PortKind.Auto;
        return Connect(line, settings, clock, console, findsSpeed ? new LineSpeed(line, LineSpeed.Usual, clock) : null);
    }

    /// <summary>Makes the host's end of a session over an open line.</summary>
    public static BoardConnection Connect(
        IPortLink line, BoardPortSettings settings, IClock clock, IConsoleSink? console, LineSpeed? speed = null)
    {
        uint epoch = Math.Max(1u, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
        return new BoardConnection(line, clock, new LinkSettings(), epoch, console, settings.Patience, settings.Interruption, speed);
    }

    /// <summary>Opens the line to a board, which is opened again whenever it is lost and can be watched by others (hw-docs/link.md).</summary>
    /// <param name="address">A device, tcp://HOST:PORT, emulator: and options, or auto.</param>
    /// <param name="settings">How.</param>
    /// <param name="clock">Running clock.</param>
    /// <param name="onChange">Is told when the line comes and goes; null for none.</param>
    /// <exception cref="InputException">The address is none, or what it leads to cannot be opened.</exception>
    public static PublishedLine OpenLine(string address, BoardPortSettings settings, IClock clock, Action<LineTransition>? onChange)
    {
        PortAddress parsed = PortOpener.Resolve(PortAddress.Parse(address));
        if (parsed.Kind == PortKind.Emulator)
        {
            return new PublishedLine(new EmulatorPort(address, EmulatorText.Parse(parsed.Options), clock), publisher: null);
        }

        // Opened here first: a port that is wrong is to be told at once, one that was lost later is waited for.
        PortSettings port = new() { Serial = settings.Serial, Key = settings.Key, AsksHolder = !settings.GivesWay };
        PortOpener opener = new(port, clock);
        IPortLink? first = OpenFirst(() => opener.Open(parsed), settings.Interruption);
        ReconnectingLink line = new(
            first.Name,
            () =>
            {
                IPortLink? open = first;
                first = null;
                return open ?? opener.OpenAgain(parsed);
            },
            clock,
            new BackOff());
        LinePublisher? publisher = LinePublisher.Start(parsed, settings.GivesWay);
        line.Changed += transition =>
        {
            publisher?.Tell(WatchKind.Line, LineWords.Of(line.Name, transition));
            Follow(publisher, transition.State);
            onChange?.Invoke(transition);
        };
        PublishedLine published = new(line, publisher);
        settings.Progress?.Add(published);
        return published;
    }

    /// <summary>Keeps those who look for the line from finding a pseudo-terminal that is gone.</summary>
    private static void Follow(LinePublisher? publisher, LineState state)
    {
        if (state == LineState.Lost)
        {
            publisher?.OnLost();
        }
        else if (state == LineState.Connected)
        {
            publisher?.OnConnected();
        }
    }

    /// <summary>Opens a line, which may take seconds, as long as the work is not to end.</summary>
    private static IPortLink OpenFirst(Func<IPortLink> open, Interruption? interruption)
    {
        if (interruption is null)
        {
            return open();
        }

        Task<IPortLink> attempt = Task.Run(open);
        if (Task.WaitAny([attempt, Task.Delay(Timeout.Infinite, interruption.Token)]) == 0)
        {
            return attempt.GetAwaiter().GetResult();
        }

        // Whoever opens too late closes again.
        attempt.ContinueWith(
            static late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        throw new OperationCanceledException(interruption.Token);
    }
}
