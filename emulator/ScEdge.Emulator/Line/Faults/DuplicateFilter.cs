using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Lets frames arrive twice.</summary>
internal sealed class DuplicateFilter(FaultSetting setting, FaultDice dice, FaultCounts counts, IByteSink next)
    : FrameFilter(setting, counts, next)
{
    protected override bool Strikes() => dice.Strikes();

    protected override void Strike(Span<byte> frame)
    {
        Send(frame);
        Send(frame);
    }
}
