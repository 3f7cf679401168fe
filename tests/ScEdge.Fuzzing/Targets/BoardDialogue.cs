using System;
using System.Linq;
using ScEdge.Device;
using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Storage;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Sources;
using ScEdge.Link.Links;
using ScEdge.Nano.Tests.Vectors.Sessions;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Fuzzing.Targets;

/// <summary>A board with little memory and a host that asks it one request after the other, on a line without faults, in virtual time.</summary>
internal sealed class BoardDialogue
{
    public const int HeapBytes = 30_000;
    public const int LongestFields = MessageLimits.SmallestPayload - MessageLimits.HeaderLength;

    private const int PollLimit = 20_000;

    private static readonly LinkSettings Link = new() { MaximumPayload = MessageLimits.SmallestPayload, Window = 4, LineBufferBytes = 2048 };

    private readonly VirtualClock _clock = new();
    private readonly MemoryLinkPair _pair = new(8192);
    private readonly MemoryStorage _storage = new();
    private readonly MessageWriter _writer = new(Link.MaximumPayload);
    private readonly MessageReader _reader = new();
    private readonly byte[] _answer = new byte[Link.MaximumPayload];
    private readonly ReliableLink _host;
    private readonly IBoardStorage[] _tables = [.. Enumerable.Range(0, LinearFrontEnd.Cells).Select(_ => new MemoryStorage())];
    private int _number;
    private uint _epoch = 1000;

    public BoardDialogue()
    {
        Board = Start();
        _host = new ReliableLink(Link, _pair.First, _clock, 5, null);
        Connect();
    }

    public Board Board { get; private set; }

    /// <summary>Sends a request and returns its answer.</summary>
    public MessageReader Ask(MessageCode code, ReadOnlySpan<byte> fields)
    {
        _number = (_number + 1) & 0xFFFF;
        _writer.Begin(code, false, _number, Link.MaximumPayload);
        foreach (byte value in fields)
        {
            _writer.Byte(value);
        }

        PromiseBrokenException.Unless(_host.TrySend(MessageLimits.RequestChannel, _writer.Buffer, 0, _writer.Length), "the board gives no credit");
        for (int i = 0; i < PollLimit; i++)
        {
            if (Poll())
            {
                PromiseBrokenException.Unless(
                    _reader.IsAnswer && _reader.Number == _number && (_reader.Code == code || _reader.Code == MessageCode.Error),
                    "an answer is not that to its request");
                return _reader;
            }
        }

        throw new PromiseBrokenException($"request {code} is not answered: host {_host.State}, board {Board.Link.State}");
    }

    /// <summary>Restarts the board if it was asked for that; its storage stays.</summary>
    public void RestartIfDue()
    {
        // The acknowledgement of the last answer has to arrive.
        Poll();
        Board.TakeBaudRate();
        if (Board.IsResetDue)
        {
            Board = Start();
            Connect();
        }
    }

    private Board Start() => new(
        new BoardSettings { HeapBytes = HeapBytes, TileLength = 64, RangeLength = 64, Link = Link },
        _pair.Second, _clock, [new CountingEntropy()], Cells(), _storage, _epoch++);

    private void Connect()
    {
        _host.Open();
        for (int i = 0; _host.State != LinkState.Open || Board.Link.State != LinkState.Open; i++)
        {
            PromiseBrokenException.Unless(i < PollLimit, "no session comes about");
            Poll();
        }
    }

    /// <returns>Whether an answer arrived.</returns>
    private bool Poll()
    {
        _clock.Advance(1000);
        _host.Receive();
        bool isAnswered = false;
        while (_host.Received is { } frame)
        {
            if (frame.Channel == MessageLimits.RequestChannel)
            {
                PromiseBrokenException.Unless(!isAnswered, "a request is answered twice");
                Array.Copy(frame.Body, FrameFormat.HeaderLength, _answer, 0, frame.Length);
                isAnswered = _reader.Begin(_answer, 0, frame.Length);
            }

            _host.Release();
        }

        _host.Send();
        Board.Poll();
        return isAnswered;
    }

    /// <summary>Cells whose calibration takes little time, since their judgements may err.</summary>
    private BoardCells Cells()
    {
        CellDriver driver = new(new LinearFrontEnd(), new SafetyLimits(), new CellDriveSettings());
        CbramEntropySource source = new(driver, new CalibrationSettings { Deviations = 1.0 }, EntropyQuality.True);
        return new BoardCells(source, new CellStore(_tables), new ReplaySource(1, 2), 30);
    }

    private sealed class CountingEntropy : IEntropySource
    {
        private uint _word;

        public EntropyQuality Quality => EntropyQuality.Replay;

        public uint MinEntropy => 0;

        public uint NextWord() => ++_word;
    }
}
