namespace ScEdge.Link.Reconnecting;

/// <summary>One step in the life of a line that comes back.</summary>
/// <param name="State">What it is now.</param>
/// <param name="Microseconds">When, on the clock of the link; us.</param>
/// <param name="Reason">Why: the loss as part of a sentence, or the sentence of the failed attempt; empty where connected.</param>
/// <param name="FailedAttempts">Attempts since the line was last open.</param>
/// <param name="RetryMicroseconds">When the next attempt is made; the present moment where connected; us.</param>
public sealed record LineTransition(
    LineState State, long Microseconds, string Reason, int FailedAttempts, long RetryMicroseconds);

/// <summary>How a line that comes back stands.</summary>
public enum LineState
{
    /// <summary>An attempt to open it failed, or none was made yet; the next follows.</summary>
    Waiting,

    /// <summary>It is open.</summary>
    Connected,

    /// <summary>It was open and is not any more.</summary>
    Lost,
}
