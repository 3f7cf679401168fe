using System;
using System.Collections.Generic;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>
/// One direction of a line in virtual time: paced, late and faulty, its receiver's buffer of limited size.
/// </summary>
internal sealed class SimulatedWire(VirtualClock clock, int baud, long latencyMicroseconds, LineFaults faults, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<byte> _run = [];
    private readonly List<byte[]> _past = [];
    private readonly Queue<(long Time, byte[] Bytes)> _flying = new();
    private readonly Queue<byte> _arrived = new();
    private byte[]? _held;
    private long _freeAtNanoseconds;
    private long _lastArrival;

    /// <summary>Bytes that it takes before those ahead have left: 128 as a UART has, some thousands behind an operating system.</summary>
    public int TransmitBufferBytes { get; init; } = 128;

    /// <summary>Bytes that the receiver's buffer holds before it drops all of them.</summary>
    public int ReceiveBufferBytes { get; init; } = int.MaxValue;

    public int Overflows { get; private set; }

    public int Write(byte[] buffer, int offset, int count)
    {
        long nanosecondsPerByte = 10_000_000_000L / baud;
        long now = clock.Microseconds * 1000;
        _freeAtNanoseconds = Math.Max(_freeAtNanoseconds, now);
        int accepted = 0;
        while (accepted < count && _freeAtNanoseconds - now < TransmitBufferBytes * nanosecondsPerByte)
        {
            byte value = buffer[offset + accepted];
            accepted++;
            _freeAtNanoseconds += nanosecondsPerByte;
            _run.Add(value);

            // Text passes line by line; what has a version in its second place is a frame and stays whole.
            if (value == 0 || (value == '\n' && _run.Count > 1 && _run[1] > FrameFormat.LastVersion))
            {
                EndRun();
            }
        }

        return accepted;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        while (_flying.Count > 0 && _flying.Peek().Time <= clock.Microseconds)
        {
            foreach (byte value in _flying.Dequeue().Bytes)
            {
                if (_arrived.Count == ReceiveBufferBytes)
                {
                    // As the chip's driver does: everything that waits is gone, and nobody is told.
                    _arrived.Clear();
                    Overflows++;
                }

                _arrived.Enqueue(value);
            }
        }

        int taken = 0;
        while (taken < count && _arrived.TryDequeue(out byte value))
        {
            buffer[offset + taken] = value;
            taken++;
        }

        return taken;
    }

    private void EndRun()
    {
        byte[] run = _run.ToArray();
        _run.Clear();
        if (run.Length == 1)
        {
            Send(run);
            return;
        }

        if (Happens(faults.Stall))
        {
            _freeAtNanoseconds += _random.Next(400) * 1_000_000L;
        }

        if (Happens(faults.Burst))
        {
            byte[] burst = new byte[_random.Next(1, 60)];
            _random.NextBytes(burst);
            Send(burst);
        }

        if (faults.Replay > 0)
        {
            _past.Add((byte[])run.Clone());
            if (Happens(faults.Replay))
            {
                Send([0, .. _past[_random.Next(_past.Count)], 0]);
            }
        }

        if (Happens(faults.Drop))
        {
            return;
        }

        if (Happens(faults.Flip))
        {
            run[_random.Next(run.Length)] ^= (byte)(1 << _random.Next(8));
        }

        if (Happens(faults.Truncate))
        {
            run = run[..^_random.Next(1, run.Length)];
        }

        // A run held back leaves after its successor.
        if (_held is null && Happens(faults.Reorder))
        {
            _held = run;
            return;
        }

        Send(run);
        if (Happens(faults.Duplicate))
        {
            Send([0, .. run]);
        }

        if (_held is not null)
        {
            Send([0, .. _held]);
            _held = null;
        }
    }

    private bool Happens(int perMille) => perMille > 0 && _random.Next(1000) < perMille;

    private void Send(byte[] bytes)
    {
        _lastArrival = Math.Max(_lastArrival, ((_freeAtNanoseconds + 999) / 1000) + latencyMicroseconds);
        _flying.Enqueue((_lastArrival, bytes));
    }
}
