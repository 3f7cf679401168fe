using System;
using System.Collections.Generic;
using System.Text;
using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;
using ScEdge.Protocol.Tests.Sessions;

namespace ScEdge.Device.Tests;

/// <summary>A host and a board on a simulated line in virtual time.</summary>
internal sealed class TestHost : IConsoleSink
{
    private readonly SimulatedWire _toBoard;
    private readonly SimulatedWire _toHost;
    private readonly MessageWriter _writer = new(1024);
    private readonly MessageReader _reader = new();
    private readonly StringBuilder _text = new();
    private byte[] _answer = [];
    private int _number;
    private int _session;
    private readonly Func<BoardCells>? _cells;
    private uint _epoch = 77;

    public TestHost(BoardSettings? settings = null, LineFaults? faults = null, int seed = 1, LinkSettings? hostLink = null,
        Func<BoardCells>? cells = null)
    {
        _cells = cells;
        Settings = settings ?? new BoardSettings { HeapBytes = 1_000_000 };
        _toBoard = new SimulatedWire(Clock, 921600, 1000, faults ?? new LineFaults(), seed);
        _toHost = new SimulatedWire(Clock, 921600, 1000, faults ?? new LineFaults(), seed + 1);
        Board = null!;
        ResetBoard();
        Link = new ReliableLink(hostLink ?? new LinkSettings(), new SimulatedLine(_toBoard, _toHost), Clock, 5, this);
        Link.Open();
    }

    public VirtualClock Clock { get; } = new();

    public BoardSettings Settings { get; }

    public Board Board { get; private set; }

    /// <summary>Gets the cells of the board since its last start; null for none.</summary>
    public BoardCells? Cells { get; private set; }

    /// <summary>Gets the board's end of the line.</summary>
    public IByteLink BoardLine { get; private set; } = null!;

    public ReliableLink Link { get; }

    public MemoryStorage Storage { get; } = new();

    public CountingEntropy Entropy { get; } = new();

    /// <summary>Console text of the board.</summary>
    public string Text => _text.ToString();

    public List<byte[]> Events { get; } = [];

    /// <summary>What happens before each poll.</summary>
    public Action? BeforePoll { get; set; }

    public void TakeText(byte[] text, int count) => _text.Append(Encoding.ASCII.GetString(text, 0, count));

    /// <summary>The board loses power; its storage stays.</summary>
    public void ResetBoard()
    {
        BoardLine = new SimulatedLine(_toHost, _toBoard);
        Cells = _cells?.Invoke();
        Board = new Board(Settings, BoardLine, Clock, Cells is null ? [Entropy] : [Cells.Monitor], Cells!, Storage, _epoch++);
    }

    public void Poll()
    {
        BeforePoll?.Invoke();
        Clock.Microseconds += 500;
        Link.Poll();
        Board.Poll();
        while (Link.Received is { } frame)
        {
            byte[] message = frame.Body.AsSpan(8, frame.Length).ToArray();
            if (frame.Channel == MessageLimits.EventChannel)
            {
                Events.Add(message);
            }
            else
            {
                _answer = message;
            }

            Link.Release();
        }
    }

    public void PollFor(long microseconds)
    {
        for (long end = Clock.Microseconds + microseconds; Clock.Microseconds < end;)
        {
            Poll();
        }
    }

    /// <summary>Waits for a session; what follows belongs to it.</summary>
    public void Connect()
    {
        for (int i = 0; i < 100_000 && !(Link.State == LinkState.Open && Board.Link.State == LinkState.Open); i++)
        {
            if (Link.State == LinkState.Lost)
            {
                Link.Open();
            }

            Poll();
        }

        Assert.Equal(LinkState.Open, Link.State);
        _session = Link.Sessions;
    }

    /// <summary>Sends a request and waits for its answer; null if the session ends first.</summary>
    public MessageReader? Ask(MessageCode code, Action<MessageWriter>? write = null)
    {
        if (_session == 0)
        {
            Connect();
        }

        _number = (_number + 1) & 0xFFFF;
        _writer.Begin(code, false, _number, Link.MaximumPayload);
        write?.Invoke(_writer);
        Assert.False(_writer.HasFailed);
        bool isSent = false;
        _answer = [];
        for (int i = 0; i < 200_000; i++)
        {
            if (Link.Sessions != _session || Link.State != LinkState.Open)
            {
                return null;
            }

            isSent = isSent || Link.TrySend(MessageLimits.RequestChannel, _writer.Buffer, 0, _writer.Length);
            Poll();
            if (_answer.Length > 0)
            {
                Assert.True(_reader.Begin(_answer, 0, _answer.Length));
                Assert.True(_reader.IsAnswer);
                Assert.Equal(_number, _reader.Number);
                return _reader;
            }
        }

        throw new TimeoutException("The board does not answer.");
    }

    /// <summary>Sends a request that must be carried out.</summary>
    public MessageReader Do(MessageCode code, Action<MessageWriter>? write = null)
    {
        MessageReader reader = Ask(code, write) ?? throw new SessionEndedException();
        if (reader.Code == MessageCode.Error)
        {
            ErrorResponse error = new();
            error.Read(reader);
            Assert.Fail($"{code}: {error.Error} {error.Detail} {error.OtherDetail} {error.Words}");
        }

        Assert.Equal(code, reader.Code);
        return reader;
    }

    /// <summary>Sends a request that must be refused.</summary>
    public ErrorResponse Refused(MessageCode code, Action<MessageWriter>? write = null)
    {
        MessageReader reader = Ask(code, write) ?? throw new SessionEndedException();
        Assert.Equal(MessageCode.Error, reader.Code);
        ErrorResponse error = new();
        Assert.True(error.Read(reader));
        Assert.Equal((int)code, error.Request);
        Assert.NotEmpty(error.Words);
        return error;
    }
}
