using System;
using System.Threading;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Line;

/// <summary>
/// A link over another one that holds bytes for a time: a slow, long or faulty line.
/// </summary>
/// <remarks>
/// Time passes only when the link is used: every call first moves what is due at the clock's time. What happened between two
/// calls is worked out afterwards as far as the inner link tells; bytes count as arrived there when the call finds them. Call
/// often, and at <see cref="DueMicroseconds"/> where moments must be exact. One thread at a time.
/// </remarks>
public abstract class LineDecorator : IWaitableLink
{
    private readonly IByteLink _inner;
    private readonly IClock _clock;

    private protected LineDecorator(IByteLink inner, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(clock);
        _inner = inner;
        _clock = clock;
    }

    /// <summary>
    /// Gets the next moment at which a held byte moves, that of an inner decorator included; <see cref="long.MaxValue"/> where
    /// none is held; us.
    /// </summary>
    public long DueMicroseconds =>
        Math.Min(OwnDueMicroseconds, _inner is LineDecorator inner ? inner.DueMicroseconds : long.MaxValue);

    private protected abstract long OwnDueMicroseconds { get; }

    /// <summary>Moves what is due.</summary>
    public void Advance()
    {
        long now = _clock.Microseconds;
        Send(now, _inner);
        if (_inner is LineDecorator inner)
        {
            inner.Advance();
        }

        Receive(now, _inner);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        Advance();
        return Take(_clock.Microseconds, buffer, offset, count);
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        Advance();
        int accepted = Accept(_clock.Microseconds, buffer, offset, count);
        Send(_clock.Microseconds, _inner);
        return accepted;
    }

    /// <summary>
    /// Returns when bytes can be read or after a time; while bytes are held, after a millisecond of real time, so that moments are kept
    /// about so well.
    /// </summary>
    /// <param name="milliseconds">The longest to wait, at least 0; ms.</param>
    public void Wait(int milliseconds)
    {
        Advance();
        if (CanTake(_clock.Microseconds) || milliseconds == 0)
        {
            return;
        }

        if (DueMicroseconds == long.MaxValue && _inner is IWaitableLink waitable)
        {
            waitable.Wait(milliseconds);
        }
        else
        {
            Thread.Sleep(1);
        }
    }

    /// <summary>Hands to the inner link what is due.</summary>
    private protected abstract void Send(long now, IByteLink inner);

    /// <summary>Takes from the inner link what has arrived.</summary>
    private protected abstract void Receive(long now, IByteLink inner);

    /// <summary>Takes bytes of the caller.</summary>
    private protected abstract int Accept(long now, byte[] buffer, int offset, int count);

    /// <summary>Whether there are bytes for the caller.</summary>
    private protected abstract bool CanTake(long now);

    /// <summary>Gives the caller bytes that are due.</summary>
    private protected abstract int Take(long now, byte[] buffer, int offset, int count);
}
