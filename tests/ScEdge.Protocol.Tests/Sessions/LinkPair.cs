using System;
using System.Collections.Generic;
using System.Text;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>Two ends and the line between them in virtual time; A asks for the session, B listens.</summary>
internal sealed class LinkPair : IConsoleSink
{
    private readonly LinkSettings _settingsA;
    private readonly LinkSettings _settingsB;
    private uint _epoch = 0xC0FFEE;

    public LinkPair(
        int baud = 921600, long latency = 5000, LineFaults? faults = null, int seed = 1,
        LinkSettings? settingsA = null, LinkSettings? settingsB = null, int receiveBuffer = int.MaxValue, int transmitBuffer = 128)
    {
        _settingsA = settingsA ?? new LinkSettings();
        _settingsB = settingsB ?? new LinkSettings();
        AToB = new SimulatedWire(Clock, baud, latency, faults ?? new LineFaults(), seed)
        {
            ReceiveBufferBytes = receiveBuffer, TransmitBufferBytes = transmitBuffer,
        };
        BToA = new SimulatedWire(Clock, baud, latency, faults ?? new LineFaults(), seed + 1);
        A = null!;
        B = null!;
        ResetB();
        ResetA();
    }

    public VirtualClock Clock { get; } = new();

    public SimulatedWire AToB { get; }

    public SimulatedWire BToA { get; }

    public ReliableLink A { get; private set; }

    public ReliableLink B { get; private set; }

    /// <summary>What the layer above B does between receiving and sending.</summary>
    public Action? BeforeSend { get; set; }

    /// <summary>Text that A received.</summary>
    public StringBuilder Text { get; } = new();

    public void TakeText(byte[] text, int count) => Text.Append(Encoding.ASCII.GetString(text, 0, count));

    /// <summary>A loses its memory and asks again.</summary>
    public void ResetA()
    {
        A = new ReliableLink(_settingsA, new SimulatedLine(AToB, BToA), Clock, NextEpoch(), this);
        A.Open();
    }

    /// <summary>B loses its memory and listens.</summary>
    public void ResetB()
    {
        B = new ReliableLink(_settingsB, new SimulatedLine(BToA, AToB), Clock, NextEpoch(), null);
        B.Listen();
    }

    public void Poll(long stepMicroseconds = 500)
    {
        Clock.Microseconds += stepMicroseconds;
        A.Poll();
        B.Receive();
        BeforeSend?.Invoke();
        B.Send();
    }

    public void PollFor(long microseconds, Action? each = null)
    {
        for (long end = Clock.Microseconds + microseconds; Clock.Microseconds < end;)
        {
            Poll();
            each?.Invoke();
        }
    }

    /// <summary>Polls until something holds; gives up after a virtual time.</summary>
    public bool PollUntil(Func<bool> condition, long microseconds = 60_000_000)
    {
        long end = Clock.Microseconds + microseconds;
        while (!condition())
        {
            if (Clock.Microseconds >= end)
            {
                return false;
            }

            Poll();
        }

        return true;
    }

    /// <summary>Takes all that an end has received.</summary>
    public static List<byte[]> TakeAll(ReliableLink end)
    {
        List<byte[]> frames = [];
        while (end.Received is { } slot)
        {
            frames.Add(slot.Body.AsSpan(8, slot.Length).ToArray());
            end.Release();
        }

        return frames;
    }

    private uint NextEpoch() => _epoch = (_epoch * 747796405) + 2891336453;
}
