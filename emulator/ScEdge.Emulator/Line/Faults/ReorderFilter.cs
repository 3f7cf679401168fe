using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Holds a frame back until the next one has passed; while one is held, no other is chosen.</summary>
internal sealed class ReorderFilter(FaultSetting setting, FaultDice dice, FaultCounts counts, IByteSink next)
    : FrameFilter(setting, counts, next)
{
    private readonly byte[] _held = new byte[LongestFrame];
    private int _heldLength;

    protected override bool MayStrike => _heldLength == 0;

    protected override bool Strikes() => dice.Strikes();

    protected override void Strike(Span<byte> frame)
    {
        frame.CopyTo(_held);
        _heldLength = frame.Length;
    }

    protected override void Passed()
    {
        Send(_held.AsSpan(0, _heldLength));
        _heldLength = 0;
    }
}
