using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Inverts one bit of a frame, any but those of its 0x00.</summary>
internal sealed class CorruptFilter(FaultSetting setting, FaultDice dice, FaultCounts counts, IByteSink next)
    : FrameFilter(setting, counts, next)
{
    protected override bool Strikes() => dice.Strikes();

    protected override void Strike(Span<byte> frame)
    {
        frame[dice.Below(frame.Length - 1)] ^= (byte)(1 << dice.Below(8));
        Send(frame);
    }
}
