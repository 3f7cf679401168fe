using System;
using System.Threading;
using ScEdge.Boards.Connections;
using ScEdge.Device;
using ScEdge.Device.Platform;
using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Entropy.Sources;
using ScEdge.Link.Links;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Boards.Tests;

/// <summary>
/// A board on a thread of its own, at the other end of a line in memory, that can be reset at any moment.
/// </summary>
internal sealed class TestBoard : IDisposable
{
    private readonly SystemClock _clock = new();
    private readonly MemoryLinkPair _pair = new();
    private readonly CountingLink _line;
    private readonly Random? _plug;
    private readonly BoardSettings _settings;
    private readonly Thread _thread;
    private readonly bool _failsWhenConfigured;
    private readonly IBoardStorage? _storage;
    private volatile bool _isDisposed;
    private int _failures;
    private int _resetsLeft;
    private uint _epoch = 1000;

    /// <param name="heapBytes">Memory of the board.</param>
    /// <param name="faults">What goes wrong on the line.</param>
    /// <param name="resets">Times that the plug is pulled, each after 4 to 24 KB from the host.</param>
    /// <param name="failsWhenConfigured">Whether a configuration stops the board, which starts anew.</param>
    /// <param name="storage">Holds checkpoints, over resets too; null for none.</param>
    public TestBoard(
        int heapBytes = 4_000_000, string? faults = null, int resets = 0, bool failsWhenConfigured = false, IBoardStorage? storage = null)
    {
        _storage = storage;
        _failsWhenConfigured = failsWhenConfigured;
        _plug = resets > 0 ? new Random(5) : null;
        _resetsLeft = resets;
        _settings = new BoardSettings { HeapBytes = heapBytes, Link = Fast() };
        _line = new CountingLink(faults is null ? _pair.Second : new FaultyLink(_pair.Second, _clock, FaultScript.Parse(faults)));
        Client = new BoardClient(new BoardConnection(_pair.First, _clock, Fast(), epoch: 7, console: null, TimeSpan.FromSeconds(60)));
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public BoardClient Client { get; }

    /// <summary>Times that the plug is still to be pulled.</summary>
    public int ResetsLeft => Volatile.Read(ref _resetsLeft);

    /// <summary>Bytes that the board has taken from the line.</summary>
    public long BytesTaken => _line.BytesTaken;

    /// <summary>Times that a configuration has stopped the board.</summary>
    public int Failures => Volatile.Read(ref _failures);

    public void Dispose()
    {
        Client.Connection.Dispose();
        _isDisposed = true;
        _thread.Join();
    }

    // The line has no latency: short time-outs let lost frames cost little.
    private static LinkSettings Fast() =>
        new() { FirstTimeoutMicroseconds = 20_000, ShortestTimeoutMicroseconds = 10_000, OpenIntervalMicroseconds = 10_000 };

    private void Run()
    {
        Board board = NewBoard();
        long nextReset = NextReset();
        while (!_isDisposed)
        {
            if (_line.BytesTaken >= nextReset)
            {
                // Registers and configuration are lost.
                board = NewBoard();
                Interlocked.Decrement(ref _resetsLeft);
                nextReset = NextReset();
            }

            if (_failsWhenConfigured && board.State.Configuration is not null)
            {
                board = NewBoard();
                Interlocked.Increment(ref _failures);
            }

            board.Poll();
            if (board.Link.Received is null)
            {
                _pair.Second.Wait(1);
            }
        }
    }

    private long NextReset() => _plug is not null && ResetsLeft > 0 ? _line.BytesTaken + _plug.Next(4_000, 24_000) : long.MaxValue;

    private Board NewBoard() => new(_settings, _line, _clock, [new SteadyEntropy()], null!, _storage!, _epoch++);

    private sealed class SteadyEntropy : IEntropySource
    {
        private uint _counter;

        public EntropyQuality Quality => EntropyQuality.Replay;

        public uint MinEntropy => 0;

        public uint NextWord() => CounterGenerator.Word(1, 2, _counter++);
    }
}
