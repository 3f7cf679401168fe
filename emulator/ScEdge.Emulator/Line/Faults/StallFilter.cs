using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Lets the line stand still before a frame.</summary>
internal sealed class StallFilter(FaultSetting setting, FaultDice dice, FaultCounts counts, IByteSink next, FaultyLine line)
    : FrameFilter(setting, counts, next)
{
    private readonly long _stallMicroseconds = setting.Amount;

    protected override bool Strikes() => dice.Strikes();

    protected override void Strike(Span<byte> frame)
    {
        line.Stall(_stallMicroseconds);
        Send(frame);
    }
}
