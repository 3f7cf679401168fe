using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Loses frames at random.</summary>
internal sealed class DropFilter(FaultSetting setting, FaultDice dice, FaultCounts counts, IByteSink next)
    : FrameFilter(setting, counts, next)
{
    protected override bool Strikes() => dice.Strikes();

    protected override void Strike(Span<byte> frame)
    {
    }
}
