using System;
using System.Globalization;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Whether the board is to be reset: a wish that is carried out in the session in which it was made or not at all, and twice asked for where
/// registers would be lost.
/// </summary>
/// <param name="isAskedAtStart">Whether the command line asks for it: of the first session, and without a question.</param>
internal sealed class MonitorReset(bool isAskedAtStart)
{
    private bool _isAsked = isAskedAtStart;
    private bool _isConfirmed = isAskedAtStart;
    private bool _isInQuestion;

    /// <summary>Gets whether the board is to be looked at, and then to be reset.</summary>
    public bool IsAsked => _isAsked;

    /// <summary>Takes the wish of a key.</summary>
    /// <param name="isListening">Whether another host has the board.</param>
    /// <param name="hasSession">Whether there is a session in which to ask for it.</param>
    /// <returns>Why nothing comes of it; null if something does.</returns>
    public string? Press(bool isListening, bool hasSession)
    {
        if (isListening || !hasSession)
        {
            return isListening
                ? "the board is not reset: the monitor only listens"
                : "the board is not reset: there is no session with it; press r when there is";
        }

        _isConfirmed = _isInQuestion;
        _isAsked = true;
        return null;
    }

    /// <summary>Decides.</summary>
    /// <param name="status">What the board holds.</param>
    /// <returns>The question; null if the board is to be reset now.</returns>
    public string? Decide(GetStatusResponse status)
    {
        ArgumentNullException.ThrowIfNull(status);
        bool isLoss = status.Mode == RegisterMode.Resident && !_isConfirmed;
        Forget();
        _isInQuestion = isLoss;
        return isLoss
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the board holds registers after {status.StepsDone:N0} steps, which a reset wipes: press r again to reset it all the same")
            : null;
    }

    /// <summary>Forgets the wish: the session has ended, another host is heard, or another key was pressed.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Forget()
    {
        bool was = _isAsked;
        _isAsked = _isConfirmed = _isInQuestion = false;
        return was;
    }
}
