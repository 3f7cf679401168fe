using System;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Tables;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Reconnecting;
using ScEdge.Link.Watching;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// The line to a board that the monitor has itself, with a session of its own where no other host is heard; it lets the line go when another program
/// asks.
/// </summary>
internal sealed class HeldBoard : IMonitorSource
{
    /// <summary>A host or board in a session shows itself once a second.</summary>
    private static readonly TimeSpan OthersPatience = TimeSpan.FromSeconds(2.5);

    // The panel and the keys are to live while a board does not answer.
    private static readonly TimeSpan Attempt = TimeSpan.FromMilliseconds(100);

    private const int WaitMilliseconds = 20;

    private readonly MonitorOptions _options;
    private readonly LineAccount _account;
    private readonly MonitorReset _reset;
    private readonly Action<string> _say;
    private readonly PublishedLine _line;
    private readonly BoardConnection _connection;
    private readonly BoardClient _client;
    private readonly byte[] _buffer = new byte[4096];
    private readonly bool _isShared;
    private DateTime _listensSince = DateTime.Now;
    private bool _isOwn;
    private bool _wasOpen;
    private string? _loss;
    private bool _isLineUp = true;

    /// <summary>Opens the line.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public HeldBoard(MonitorOptions options, LineAccount account, MonitorReset reset, Action<string> say)
    {
        _options = options;
        _account = account;
        _reset = reset;
        _say = say;
        SystemClock clock = new();
        _line = BoardPorts.OpenLine(options.Address, options.Port with { GivesWay = true }, clock, OnLine);
        LineTap tap = new(_line, account.Incoming, account.Outgoing);
        _connection = BoardPorts.Connect(tap, options.Port with { Patience = Attempt }, clock, console: null);
        _client = new BoardClient(_connection);

        // A serial port has one program; on TCP another host may be heard through the same board.
        _isShared = PortAddress.Parse(options.Address).Kind == PortKind.Tcp;
        _isOwn = !options.Listens && !_isShared;
    }

    /// <inheritdoc/>
    public string State { get; private set; } = "waiting for the board";

    /// <inheritdoc/>
    public string? End => _line.IsAskedToLetGo ? "another program asked for the port" : null;

    /// <inheritdoc/>
    public bool IsListening => !_isOwn;

    /// <inheritdoc/>
    public bool HasSession => _connection.Link.State == LinkState.Open;

    /// <inheritdoc/>
    public void Advance()
    {
        if (_isOwn)
        {
            Speak();
        }
        else
        {
            Listen();
        }

        if (_options.EndsOnLoss && _loss is not null)
        {
            throw new InputException($"The line {_line.Name} was lost ({_loss}): plug the board in again and repeat the command.");
        }

        // A board that is gone has no session.
        if (!_isLineUp && HasSession)
        {
            LoseSession();
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
    }

    private string Waiting => _isLineUp ? "waiting for the board" : "waiting for the line";

    private void Speak()
    {
        if (_wasOpen && !HasSession)
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
        catch (OperationCanceledException)
        {
            // The monitor sees for itself that it is to end.
        }
        catch (InputException) when (!HasSession)
        {
            SetState(Waiting);
        }
    }

    private void Begin()
    {
        _wasOpen = true;
        SetState("session open");
        GetCapabilitiesResponse capabilities = _client.GetCapabilities();
        _account.Entropy = capabilities.EntropySourceCount > 0 ? BoardSummary.QualityName(capabilities.EntropyQualities[0]) : "none";
        _client.SetLogLevel(LogLevel.Detail);
        _client.Subscribe(_options.Interval);
    }

    private void Reset()
    {
        string? question = _reset.Decide(_client.GetStatus());
        _say(question ?? "the board was told to reset");
        if (question is null)
        {
            // The session ends with the board's; to wait until that is noticed takes ten seconds and leaves room for doubt whose the next one is.
            _client.Reset();
            EndSession();
        }
    }

    /// <summary>On a shared line another host may have taken the board: it is listened to first, for two hosts would take it from each other for
    /// ever.</summary>
    private void LoseSession()
    {
        SetState("session lost");
        EndSession();
        _isOwn = !_isShared;
        _listensSince = DateTime.Now;
    }

    private void EndSession()
    {
        _connection.Link.Close();
        _account.Incoming.Disown();
        _reset.Forget();
        _wasOpen = false;
        SetState(Waiting);
    }

    private void Listen()
    {
        LineWatcher incoming = _account.Incoming;
        int read = _line.Read(_buffer, 0, _buffer.Length);
        incoming.See(_buffer, 0, read);
        if (read == 0)
        {
            incoming.Flush();
            _line.Wait(WaitMilliseconds);
        }

        bool isHeard = incoming.OthersSeen > _listensSince;
        if (isHeard && _reset.Forget())
        {
            _say("the board is not reset: another host uses it");
        }

        bool isAlone = DateTime.Now - (isHeard ? incoming.OthersSeen : _listensSince) > OthersPatience;
        SetState(!_isLineUp || (isAlone && !_options.Listens) ? Waiting : isHeard && !isAlone ? "listening to another host's session" : "listening");
        _isOwn = _isLineUp && isAlone && !_options.Listens;
    }

    private void OnLine(LineTransition transition)
    {
        _isLineUp = transition.State == LineState.Connected;
        _listensSince = DateTime.Now;
        _say(LineWords.Of(_options.Address, transition));
        _loss = transition.State == LineState.Lost ? transition.Reason : null;
    }

    private void SetState(string state)
    {
        if (state != State)
        {
            State = state;
            _say(state);
        }
    }
}
