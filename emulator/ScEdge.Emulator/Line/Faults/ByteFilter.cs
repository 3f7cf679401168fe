namespace ScEdge.Emulator.Line.Faults;

/// <summary>A filter that throws its dice for every byte: lose, flip, burst.</summary>
internal sealed class ByteFilter(FaultSetting setting, FaultDice dice, FaultCounts counts, IByteSink next) : IByteSink
{
    private long _noiseLeft;

    public void Push(byte value)
    {
        // A burst that goes on is not asked again: its share is one of starts among the bytes between bursts.
        if (_noiseLeft > 0)
        {
            _noiseLeft--;
            next.Push((byte)dice.Below(256));
            return;
        }

        bool strikes = dice.Strikes();
        counts.Count(setting.Kind, strikes);
        if (!strikes)
        {
            next.Push(value);
        }
        else if (setting.Kind == FaultKind.Flip)
        {
            next.Push((byte)(value ^ (1 << dice.Below(8))));
        }
        else if (setting.Kind == FaultKind.Burst)
        {
            _noiseLeft = setting.Amount - 1;
            next.Push((byte)dice.Below(256));
        }
    }
}
