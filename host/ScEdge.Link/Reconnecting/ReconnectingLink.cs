using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Link.Links;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Reconnecting;

/// <summary>A line that is opened again and again whenever it is lost, until it is disposed of.</summary>
/// <remarks>
/// Opening may take its time and happens on a thread of the pool; everything else, <see cref="Changed"/> too, on the thread that uses
/// the link, within <see cref="Read"/> and <see cref="Wait"/>. While the line is not open it gives and accepts no bytes. The bytes of
/// a lost line that had arrived are given first.
/// </remarks>
public sealed class ReconnectingLink : IPortLink, ISpeedLink
{
    private readonly Func<IPortLink> _open;
    private readonly IClock _clock;
    private readonly BackOff _backOff;
    private IPortLink? _line;
    private Task<IPortLink>? _attempt;
    private int _failedAttempts;
    private long _retryMicroseconds;

    /// <summary>Creates the line; the first attempt to open it is made at its first use.</summary>
    /// <param name="name">The address by which the user knows it.</param>
    /// <param name="open">Opens it; throws <see cref="InputException"/> where that is not possible now.</param>
    /// <param name="clock">Times the attempts.</param>
    /// <param name="backOff">Times between attempts.</param>
    public ReconnectingLink(string name, Func<IPortLink> open, IClock clock, BackOff backOff)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(backOff);
        ArgumentOutOfRangeException.ThrowIfLessThan(backOff.FirstMilliseconds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(backOff.LongestMilliseconds, backOff.FirstMilliseconds);
        Name = name;
        (_open, _clock, _backOff) = (open, clock, backOff);
        _retryMicroseconds = clock.Microseconds;
    }

    /// <summary>Reports every connection, every loss and every failed attempt.</summary>
    public event Action<LineTransition>? Changed;

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Gets how the line stands.</summary>
    public LineState State { get; private set; }

    /// <summary>Gets null until it is closed here: what is lost comes back.</summary>
    public string? Loss { get; private set; }

    /// <inheritdoc/>
    public string? Hindrance { get; private set; }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = _line?.Read(buffer, offset, count) ?? 0;
        if (read == 0)
        {
            Advance();
        }

        return read;
    }

    /// <inheritdoc/>
    /// <remarks>A line that is opened again has the speed that it is opened with.</remarks>
    public bool TrySwitchTo(int bitsPerSecond) => _line is ISpeedLink line && line.TrySwitchTo(bitsPerSecond);

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count) => _line?.Write(buffer, offset, count) ?? 0;

    /// <inheritdoc/>
    public void Wait(int milliseconds)
    {
        Advance();
        if (_line is not null)
        {
            _line.Wait(milliseconds);
        }
        else if (_attempt is not null)
        {
            Task.WaitAny([_attempt], milliseconds);
        }
        else if (Loss is null)
        {
            long untilRetry = (_retryMicroseconds - _clock.Microseconds + 999) / 1000;
            Thread.Sleep((int)Math.Clamp(untilRetry, 0, milliseconds));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Loss ??= "it was closed here";
        _line?.Dispose();
        _line = null;

        // Not waited for: whoever opens too late closes again.
        _attempt?.ContinueWith(
            static attempt => attempt.Result.Dispose(),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
        _attempt = null;
    }

    private void Advance()
    {
        if (_line?.Loss is string loss)
        {
            _line.Dispose();
            _line = null;
            Schedule(LineState.Lost, loss);
        }

        if (_attempt is { IsCompleted: true })
        {
            FinishAttempt(_attempt);
        }

        if (_line is null && _attempt is null && Loss is null && _clock.Microseconds >= _retryMicroseconds)
        {
            _attempt = Task.Run(_open);
        }
    }

    private void FinishAttempt(Task<IPortLink> attempt)
    {
        _attempt = null;
        try
        {
            _line = attempt.GetAwaiter().GetResult();
            _failedAttempts = 0;
            _retryMicroseconds = _clock.Microseconds;
            Report(LineState.Connected, "");
        }
        catch (Exception exception) when (exception is InputException or IOException)
        {
            _failedAttempts++;
            Schedule(LineState.Waiting, exception.Message);
        }
    }

    private void Schedule(LineState state, string reason)
    {
        _retryMicroseconds = _clock.Microseconds + _backOff.DelayMicroseconds(_failedAttempts);
        Report(state, reason);
    }

    private void Report(LineState state, string reason)
    {
        State = state;
        Hindrance = state == LineState.Waiting ? reason : null;
        Changed?.Invoke(new LineTransition(state, _clock.Microseconds, reason, _failedAttempts, _retryMicroseconds));
    }
}
