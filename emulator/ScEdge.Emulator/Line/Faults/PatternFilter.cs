using System;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Keeps and loses frames in a fixed pattern.</summary>
internal sealed class PatternFilter(FaultSetting setting, FaultCounts counts, IByteSink next)
    : FrameFilter(setting, counts, next)
{
    private readonly string _pattern = setting.Pattern;
    private int _position;

    protected override bool Strikes()
    {
        bool strikes = _pattern[_position] == 'D';
        _position = (_position + 1) % _pattern.Length;
        return strikes;
    }

    protected override void Strike(Span<byte> frame)
    {
    }
}
