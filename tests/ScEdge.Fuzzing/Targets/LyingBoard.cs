using System;
using System.Collections.Generic;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Links;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Fuzzing.Targets;

/// <summary>
/// The line to a board that answers as a good one would, and then changes the answer as the input says; in virtual time, which passes while the
/// host waits.
/// </summary>
/// <remarks>
/// For each answer the input has a byte of what is done to it, and what that needs: 0 nothing, 1 another byte (where, what), 2 cut off (where),
/// 3 bytes in its place from some place on (where, how many, bytes), 4 filled up with one byte (which), 5 another code or number (where, what),
/// 6 no answer, 7 another session. At the end of the input the board is honest.
/// </remarks>
internal sealed class LyingBoard : IPortLink
{
    // Coarse, since a host may wait for minutes.
    private const long StepMicroseconds = 20_000;

    private readonly MemoryLinkPair _pair = new(8192);
    private readonly BoardDialogue _honest = new();
    private readonly ReliableLink _end;
    private readonly MessageReader _request = new();
    private readonly Queue<byte> _input;

    public LyingBoard(IEnumerable<byte> input)
    {
        _input = new Queue<byte>(input);
        _end = new ReliableLink(
            new LinkSettings { MaximumPayload = MessageLimits.SmallestPayload, Window = 4, LineBufferBytes = 2048 }, _pair.Second, Clock, 9, null);
        _end.Listen();
    }

    public VirtualClock Clock { get; } = new();

    public string Name => "liar";

    public string? Loss => null;

    private int Next => _input.TryDequeue(out byte value) ? value : 0;

    public int Read(byte[] buffer, int offset, int count) => _pair.First.Read(buffer, offset, count);

    public int Write(byte[] buffer, int offset, int count) => _pair.First.Write(buffer, offset, count);

    public void Wait(int milliseconds)
    {
        Clock.Advance(StepMicroseconds);
        _end.Receive();
        while (_end.CanSend && _end.Received is { } frame)
        {
            bool isRequest = _request.Begin(frame.Body, FrameFormat.HeaderLength, frame.Length);
            byte[] answer = isRequest ? Answer() : [];
            _end.Release();
            answer = Changed(answer);
            if (answer.Length > 0)
            {
                _end.TrySend(MessageLimits.RequestChannel, answer, 0, Math.Min(answer.Length, _end.MaximumPayload));
            }
        }

        _end.Send();
    }

    public void Dispose()
    {
        _pair.First.Dispose();
        _pair.Second.Dispose();
    }

    private byte[] Answer()
    {
        int number = _request.Number;
        MessageReader answer = _honest.Ask(_request.Code, _request.Buffer.AsSpan(_request.Position, _request.Remaining));
        byte[] bytes = answer.Buffer[..(answer.Position + answer.Remaining)];
        LittleEndian.WriteUInt16(bytes, 2, number);
        _honest.RestartIfDue();
        return bytes;
    }

    private byte[] Changed(byte[] answer)
    {
        List<byte> bytes = [.. answer];
        int at;
        switch (Next)
        {
            case 1:
                at = MessageLimits.HeaderLength + Next;
                if (at < bytes.Count)
                {
                    bytes[at] = (byte)Next;
                }

                break;
            case 2:
                at = Math.Min(bytes.Count, Next);
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                at = Math.Min(bytes.Count, MessageLimits.HeaderLength + Next);
                for (int i = Next; i > 0; i--, at++)
                {
                    bytes.Insert(at, (byte)Next);
                    if (at + 1 < bytes.Count)
                    {
                        bytes.RemoveAt(at + 1);
                    }
                }

                break;
            case 4:
                byte fill = (byte)Next;
                for (int i = MessageLimits.HeaderLength; i < bytes.Count; i++)
                {
                    bytes[i] = fill;
                }

                break;
            case 5:
                at = Next & 3;
                if (at < bytes.Count)
                {
                    bytes[at] = (byte)Next;
                }

                break;
            case 6:
                bytes.Clear();
                break;
            case 7:
                _end.Close();
                _end.Poll();
                _end.Listen();
                break;
            default:
                break;
        }

        return [.. bytes];
    }
}
