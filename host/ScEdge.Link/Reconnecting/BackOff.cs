using System;

namespace ScEdge.Link.Reconnecting;

/// <summary>Times between attempts: First, then twice as long each time, Longest at most.</summary>
/// <param name="FirstMilliseconds">Time before the first attempt after a loss, at least 1; ms.</param>
/// <param name="LongestMilliseconds">The longest, at least the first; ms.</param>
public sealed record BackOff(int FirstMilliseconds = 250, int LongestMilliseconds = 4000)
{
    /// <summary>Returns the time before the attempt that follows so many failed ones; us.</summary>
    internal long DelayMicroseconds(int failedAttempts) =>
        1000 * Math.Min(LongestMilliseconds, (long)FirstMilliseconds << Math.Min(failedAttempts, 20));
}
