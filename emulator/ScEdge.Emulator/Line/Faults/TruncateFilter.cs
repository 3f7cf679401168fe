using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Cuts frames short: of n bytes before the 0x00 the first 0 to n - 1 stay, each number equally likely.</summary>
internal sealed class TruncateFilter(FaultSetting setting, FaultDice dice, FaultCounts counts, IByteSink next)
    : FrameFilter(setting, counts, next)
{
    protected override bool Strikes() => dice.Strikes();

    protected override void Strike(Span<byte> frame)
    {
        Send(frame[..dice.Below(frame.Length - 1)]);
        Send(frame[^1..]);
    }
}
