using System;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>A line on which things go wrong as a script says, in both directions with dice of their own.</summary>
/// <remarks>
/// Faults depend on the script and on the bytes of a direction alone, not on how they are portioned or when they come; the
/// moments of stall and slow come from the clock.
/// </remarks>
public sealed class FaultyLink : LineDecorator
{
    // What waits behind a stall is held back at the source beyond this, so that a slow line slows its sender.
    private const int Capacity = 4096;

    private readonly FaultyLine _outbound;
    private readonly FaultyLine _inbound;
    private readonly byte[] _staging = new byte[1024];

    /// <summary>Makes a line faulty.</summary>
    /// <param name="inner">The line.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="script">What goes wrong.</param>
    public FaultyLink(IByteLink inner, IClock clock, FaultScript script)
        : base(inner, clock)
    {
        ArgumentNullException.ThrowIfNull(script);
        _outbound = new FaultyLine(script, LineDirection.Outbound);
        _inbound = new FaultyLine(script, LineDirection.Inbound);
    }

    /// <summary>Gets what was done to bytes written here.</summary>
    public FaultCounts OutboundCounts => _outbound.Counts;

    /// <summary>Gets what was done to bytes read here.</summary>
    public FaultCounts InboundCounts => _inbound.Counts;

    private protected override long OwnDueMicroseconds =>
        Math.Min(_outbound.Queue.DueMicroseconds, _inbound.Queue.DueMicroseconds);

    private protected override void Send(long now, IByteLink inner) => _outbound.Queue.Flush(now, inner);

    private protected override void Receive(long now, IByteLink inner)
    {
        int read;
        while (_inbound.Queue.Count < Capacity && (read = inner.Read(_staging, 0, _staging.Length)) > 0)
        {
            _inbound.Push(now, _staging, 0, read);
        }
    }

    private protected override int Accept(long now, byte[] buffer, int offset, int count)
    {
        int accepted = Math.Clamp(Capacity - _outbound.Queue.Count, 0, count);
        _outbound.Push(now, buffer, offset, accepted);
        return accepted;
    }

    private protected override bool CanTake(long now) => _inbound.Queue.DueMicroseconds <= now;

    private protected override int Take(long now, byte[] buffer, int offset, int count) =>
        _inbound.Queue.Take(now, buffer, offset, count);
}
