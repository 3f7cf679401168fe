using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>
/// A filter that strikes whole frames. A frame that is not struck passes byte by byte; one that is, is collected first.
/// </summary>
internal abstract class FrameFilter(FaultSetting setting, FaultCounts counts, IByteSink next) : IByteSink
{
    /// <summary>A frame without an end is cut here, so that text or garbage cannot be collected for ever.</summary>
    public const int LongestFrame = 4096;

    private readonly byte[] _frame = new byte[LongestFrame];
    private int _length;
    private bool _isStruck;

    public void Push(byte value)
    {
        if (_length == 0)
        {
            // A lone 0x00 ends nothing: senders put it before a frame to clear the line.
            if (value == 0)
            {
                next.Push(value);
                return;
            }

            _isStruck = MayStrike && Strikes();
            if (MayStrike)
            {
                counts.Count(setting.Kind, _isStruck);
            }
        }

        _frame[_length++] = value;
        if (!_isStruck)
        {
            next.Push(value);
        }

        if (value == 0 || _length == LongestFrame)
        {
            Span<byte> frame = _frame.AsSpan(0, _length);
            _length = 0;
            if (_isStruck)
            {
                Strike(frame);
            }
            else
            {
                Passed();
            }
        }
    }

    /// <summary>Whether the filter takes part in the choice for the coming frame.</summary>
    protected virtual bool MayStrike => true;

    protected abstract bool Strikes();

    /// <summary>Does the damage, in place if it likes; the frame ends with 0x00 unless it was cut.</summary>
    protected abstract void Strike(Span<byte> frame);

    /// <summary>Called after a frame went by unharmed.</summary>
    protected virtual void Passed()
    {
    }

    protected void Send(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            next.Push(value);
        }
    }
}
