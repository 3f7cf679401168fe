using System;
using System.IO;
using System.Threading;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Tables;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Reconnecting;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// One call of <c>monitor</c>: watches the line to a board, and asks the board for reports where no other host does.
/// </summary>
internal sealed class MonitorSession : IDisposable
{
    /// <summary>A host or board in a session shows itself once a second.</summary>
    private static readonly TimeSpan OthersPatience = TimeSpan.FromSeconds(2.5);

    // The panel and the keys are to live while a board does not answer.
    private static readonly TimeSpan Attempt = TimeSpan.FromMilliseconds(100);

    private const int WaitMilliseconds = 20;

    private readonly MonitorOptions _options;
    private readonly MonitorOutput _output;
    private readonly TelemetryRates _rates = new();
    private readonly LineWatcher _incoming;
    private readonly LineWatcher _outgoing;
    private readonly MonitorPanel _panel;
    private readonly LineTap _line;
    private readonly BoardConnection _connection;
    private readonly BoardClient _client;
    private readonly byte[] _buffer = new byte[4096];
    private readonly bool _isShared;
    private readonly MonitorReset _reset;
    private DateTime _listensSince = DateTime.Now;
    private bool _isOwn;
    private bool _wasOpen;
    private string? _loss;
    private string _state = "waiting for the board";

    /// <summary>Opens the line.</summary>
    /// <exception cref="InputException">It cannot be opened, or the log file cannot.</exception>
    public MonitorSession(MonitorOptions options, TextWriter writer)
    {
        _options = options;
        _output = new MonitorOutput(options, writer);
        _incoming = new LineWatcher(isFromBoard: true, _output.Add, _rates.Take);
        _outgoing = new LineWatcher(isFromBoard: false, _output.Add, _rates.Take);
        _panel = new MonitorPanel(_rates, _incoming, _outgoing);
        SystemClock clock = new();
        try
        {
            _line = new LineTap(BoardPorts.OpenLine(options.Address, options.Port, clock, OnLine), _incoming, _outgoing);
        }
        catch
        {
            _output.Dispose();
            throw;
        }

        _connection = BoardPorts.Connect(_line, options.Port with { Patience = Attempt }, clock, console: null);
        _client = new BoardClient(_connection);

        // A serial port has one program; on TCP another host may be heard through the same board.
        _isShared = PortAddress.Parse(options.Address).Kind == PortKind.Tcp;
        _isOwn = !options.Listens && !_isShared;
        _reset = new MonitorReset(options.Resets);
    }

    /// <summary>Watches until it is told to end.</summary>
    /// <exception cref="InputException">The line was lost and is not to be opened again.</exception>
    public void Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && !TakeKey())
        {
            Advance();
            _output.Write(width => _panel.Draw(width, $"{_line.Name}, {_state}", _isOwn ? "r resets the board   q ends" : "q ends"));
            if (_options.EndsOnLoss && _loss is not null)
            {
                throw new InputException($"The line {_line.Name} was lost ({_loss}): plug the board in again and repeat the command.");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOwn)
        {
            _connection.Dispose();
        }
        else
        {
            _line.Dispose();
        }

        _output.Dispose();
    }

    private void Advance()
    {
        if (!_isOwn)
        {
            Listen();
            return;
        }

        if (_wasOpen && _connection.Link.State != LinkState.Open)
        {
            LoseSession();
            return;
        }

        try
        {
            if (_connection.Connect())
            {
                Begin();
            }

            if (_reset.IsAsked)
            {
                Reset();
            }

            _connection.Pump();
        }
        catch (BoardLostException)
        {
            LoseSession();
        }
        catch (InputException) when (_connection.Link.State != LinkState.Open)
        {
            SetState("waiting for the board");
        }
    }

    private void Begin()
    {
        _wasOpen = true;
        _state = "session open";
        Say(_state);
        GetCapabilitiesResponse capabilities = _client.GetCapabilities();
        _panel.Entropy = capabilities.EntropySourceCount > 0 ? BoardSummary.QualityName(capabilities.EntropyQualities[0]) : "none";
        _client.SetLogLevel(LogLevel.Detail);
        _client.Subscribe(_options.Interval);
    }

    private void Reset()
    {
        string? question = _reset.Decide(_client.GetStatus());
        if (question is null)
        {
            _client.Reset();
        }

        Say(question ?? "the board was told to reset");
    }

    /// <summary>On a shared line another host may have taken the board: it is listened to first, for two hosts would take it from each other for
    /// ever.</summary>
    private void LoseSession()
    {
        SetState("session lost");
        _reset.Forget();
        _wasOpen = false;
        _isOwn = !_isShared;
        _listensSince = DateTime.Now;
    }

    private void Listen()
    {
        int read = _line.Read(_buffer, 0, _buffer.Length);
        if (read == 0)
        {
            _incoming.Flush();
            _line.Wait(WaitMilliseconds);
        }

        bool isHeard = _incoming.SessionSeen > _listensSince;
        if (isHeard && _reset.Forget())
        {
            Say("the board is not reset: another host uses it");
        }

        bool isAlone = DateTime.Now - (isHeard ? _incoming.SessionSeen : _listensSince) > OthersPatience;
        SetState(isHeard && !isAlone ? "listening to another host's session" : isAlone && !_options.Listens ? "waiting for the board" : "listening");
        _isOwn = isAlone && !_options.Listens;
    }

    private void OnLine(LineTransition transition)
    {
        _loss = transition.State == LineState.Lost ? transition.Reason : null;
        Say(transition.State switch
        {
            LineState.Connected => $"{_options.Address} is open",
            LineState.Lost => $"{_options.Address} was lost: {transition.Reason}",
            _ => transition.Reason,
        });
    }

    private bool TakeKey()
    {
        if (!_output.HasPanel || Console.IsInputRedirected || !Console.KeyAvailable)
        {
            return false;
        }

        char key = Console.ReadKey(intercept: true).KeyChar;
        if (key != 'r')
        {
            _reset.Forget();
        }
        else if (_reset.Press(!_isOwn, _connection.Link.State == LinkState.Open) is { } words)
        {
            Say(words);
        }

        return key == 'q';
    }

    private void SetState(string state)
    {
        if (state != _state)
        {
            _state = state;
            Say(state);
        }
    }

    private void Say(string words) => _output.Add(new MonitorEvent(MonitorKind.Link, DateTime.Now, words));
}
