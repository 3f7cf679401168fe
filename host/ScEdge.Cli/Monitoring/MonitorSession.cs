using System;
using System.IO;
using System.Threading;
using ScEdge.Input;
using ScEdge.Link;
using ScEdge.Link.Addresses;
using ScEdge.Link.Watching;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// One call of <c>monitor</c>: watches the program that has the line, or has the line itself as long as no other program wants it.
/// </summary>
internal sealed class MonitorSession : IDisposable
{
    /// <summary>Who asked for the port opens it within this time; a script may need it for one command after the other.</summary>
    private static readonly TimeSpan OthersTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OpenInterval = TimeSpan.FromSeconds(1);

    private readonly PortAddress _address;
    private readonly MonitorOptions _options;
    private readonly MonitorOutput _output;
    private readonly LineAccount _account;
    private readonly MonitorPanel _panel;
    private readonly MonitorReset _reset;
    private IMonitorSource? _source;
    private string _state = "";
    private DateTime _opensFrom;

    /// <summary>Opens the line, or begins to watch who has it.</summary>
    /// <exception cref="InputException">Neither can be done, or the log file cannot be written.</exception>
    public MonitorSession(MonitorOptions options, TextWriter writer)
    {
        // The only board here is looked for once: later it may be away for a while.
        _address = PortOpener.Resolve(PortAddress.Parse(options.Address));
        _options = options = options with { Address = _address.ToString() };
        _output = new MonitorOutput(options, writer);
        _account = new LineAccount(_output.Add);
        _panel = new MonitorPanel(_account);
        _reset = new MonitorReset(options.Resets);
        try
        {
            _source = Watch();
            _source ??= new HeldBoard(options, _account, _reset, Say);
        }
        catch
        {
            _output.Dispose();
            throw;
        }
    }

    /// <summary>Watches until it is told to end.</summary>
    /// <exception cref="InputException">The line was lost and is not to be opened again.</exception>
    public void Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && !TakeKey())
        {
            Advance();
            string keys = _source is { IsListening: false } ? "r resets the board   q ends" : "q ends";
            _output.Write(width => _panel.Draw(width, $"{_options.Address}, {_source?.State ?? _state}", keys));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source?.Dispose();
        _output.Dispose();
    }

    private void Advance()
    {
        if (_source is null)
        {
            Thread.Sleep(WatchInterval);
            _source = Watch();
            _source ??= TryOpen();
            _state = _source is null ? _state : "";
            return;
        }

        _source.Advance();
        if (_source.End is { } end)
        {
            Leave(_source, end);
        }
    }

    private void Leave(IMonitorSource source, string end)
    {
        _source = null;
        source.Dispose();
        _account.Rejoin();
        _opensFrom = DateTime.Now + OthersTime;
        SetState(end);
        if (_options.EndsOnLoss && source is WatchedHost)
        {
            throw new InputException($"There is nothing more to watch on {_options.Address}, for {end}: repeat the command to go on.");
        }
    }

    private WatchedHost? Watch()
    {
        LineWatch? watch = LineWatch.TryOpen(_address);
        if (watch is null)
        {
            return null;
        }

        WatchedHost host = new(watch, _account, Say);
        Say(host.State);
        if (_reset.Forget())
        {
            Say("the board is not reset: another host uses it");
        }

        return host;
    }

    private HeldBoard? TryOpen()
    {
        if (DateTime.Now < _opensFrom)
        {
            return null;
        }

        try
        {
            return new HeldBoard(_options, _account, _reset, Say);
        }
        catch (InputException exception)
        {
            SetState(exception.Message);
            _opensFrom = DateTime.Now + OpenInterval;
            return null;
        }
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
        else if (_reset.Press(_source is { IsListening: true }, _source is { HasSession: true }) is { } words)
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
