using System;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Line;

/// <summary>A long line: every byte arrives a fixed time after it was sent, in both directions.</summary>
public sealed class LatencyLink : LineDecorator
{
    private const int Capacity = 65536;

    private readonly long _latencyMicroseconds;
    private readonly DelayQueue _outbound = new();
    private readonly DelayQueue _inbound = new();
    private readonly byte[] _staging = new byte[1024];

    /// <summary>Lengthens a line.</summary>
    /// <param name="inner">The line.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="latencyMicroseconds">One-way time, at least 0; us.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public LatencyLink(IByteLink inner, IClock clock, long latencyMicroseconds)
        : base(inner, clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(latencyMicroseconds);
        _latencyMicroseconds = latencyMicroseconds;
    }

    private protected override long OwnDueMicroseconds => Math.Min(_outbound.DueMicroseconds, _inbound.DueMicroseconds);

    private protected override void Send(long now, IByteLink inner) => _outbound.Flush(now, inner);

    private protected override void Receive(long now, IByteLink inner)
    {
        int read;
        while (_inbound.Count < Capacity && (read = inner.Read(_staging, 0, _staging.Length)) > 0)
        {
            Delay(_inbound, now, _staging, 0, read);
        }
    }

    private protected override int Accept(long now, byte[] buffer, int offset, int count)
    {
        int accepted = Math.Min(count, Capacity - _outbound.Count);
        Delay(_outbound, now, buffer, offset, accepted);
        return accepted;
    }

    private protected override bool CanTake(long now) => _inbound.DueMicroseconds <= now;

    private protected override int Take(long now, byte[] buffer, int offset, int count) =>
        _inbound.Take(now, buffer, offset, count);

    private void Delay(DelayQueue queue, long now, byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            queue.Add(buffer[offset + i], now + _latencyMicroseconds);
        }
    }
}
