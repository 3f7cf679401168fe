using System;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Line;

/// <summary>Two ways to one board: it hears both and speaks on both.</summary>
/// <remarks>
/// The one that bytes came from last sets the pace; the other gets what it takes at once and loses the rest, so that a listener cannot hold
/// up the host. Two hosts at a time disturb each other as on any shared wire.
/// </remarks>
/// <param name="first">One.</param>
/// <param name="second">The other.</param>
public sealed class JoinedLink(IWaitableLink first, IWaitableLink second) : IWaitableLink
{
    // The silent one is asked that often.
    private const int TurnMilliseconds = 2;

    private bool _isSecondActive;

    private IWaitableLink Active => _isSecondActive ? second : first;

    private IWaitableLink Silent => _isSecondActive ? first : second;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = Active.Read(buffer, offset, count);
        if (read == 0)
        {
            read = Silent.Read(buffer, offset, count);
            _isSecondActive ^= read > 0;
        }

        return read;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        int accepted = Active.Write(buffer, offset, count);
        Silent.Write(buffer, offset, accepted);
        return accepted;
    }

    /// <inheritdoc/>
    public void Wait(int milliseconds) => Active.Wait(Math.Min(milliseconds, TurnMilliseconds));
}
