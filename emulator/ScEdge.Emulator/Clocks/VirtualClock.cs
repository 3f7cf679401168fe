using System;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Clocks;

/// <summary>A clock that stands until it is told to move, so that a run depends on nothing but its script.</summary>
/// <remarks>Not thread-safe: one thread moves it and everything that reads it.</remarks>
public sealed class VirtualClock : IClock
{
    /// <inheritdoc/>
    public long Microseconds { get; private set; }

    /// <summary>Moves on by a time.</summary>
    /// <param name="microseconds">The time, at least 0; us.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        Microseconds += microseconds;
    }

    /// <summary>Moves on to a moment; one that has passed changes nothing.</summary>
    /// <param name="microseconds">The moment; us.</param>
    public void AdvanceTo(long microseconds) => Microseconds = Math.Max(Microseconds, microseconds);
}
