using System;
using System.Linq;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>One direction of a faulty line: filters, and after them the queue of what comes through and when.</summary>
internal sealed class FaultyLine : IByteSink
{
    private readonly DelayQueue _queue = new();
    private readonly IByteSink _first;
    private readonly BytePacer? _slow;
    private long _now;
    private long _standsUntil;

    public FaultyLine(FaultScript script, LineDirection direction)
    {
        FaultSetting? slow = script.Settings.FirstOrDefault(setting => setting.Kind == FaultKind.Slow);
        _slow = slow is null ? null : new BytePacer((int)(10 * slow.Amount));
        _first = this;
        foreach (FaultSetting setting in script.Settings.Reverse().Where(setting => setting.Kind is not (FaultKind.Slow or FaultKind.Reset)))
        {
            FaultDice dice = new(script.Seed, setting.Kind, direction, setting.Probability);
            _first = FilterOf(setting, dice, _first);
        }
    }

    public FaultCounts Counts { get; } = new();

    public DelayQueue Queue => _queue;

    /// <summary>Lets bytes meet the filters.</summary>
    public void Push(long now, byte[] buffer, int offset, int count)
    {
        _now = now;
        for (int i = 0; i < count; i++)
        {
            _first.Push(buffer[offset + i]);
        }
    }

    void IByteSink.Push(byte value)
    {
        long ready = Math.Max(_now, _standsUntil);
        _queue.Add(value, _slow is null ? ready : _slow.Next(ready));
    }

    public void Stall(long microseconds) => _standsUntil = Math.Max(_now, _standsUntil) + microseconds;

    private IByteSink FilterOf(FaultSetting setting, FaultDice dice, IByteSink next) => setting.Kind switch
    {
        FaultKind.Pattern => new PatternFilter(setting, Counts, next),
        FaultKind.Drop => new DropFilter(setting, dice, Counts, next),
        FaultKind.Duplicate => new DuplicateFilter(setting, dice, Counts, next),
        FaultKind.Reorder => new ReorderFilter(setting, dice, Counts, next),
        FaultKind.Truncate => new TruncateFilter(setting, dice, Counts, next),
        FaultKind.Corrupt => new CorruptFilter(setting, dice, Counts, next),
        FaultKind.Stall => new StallFilter(setting, dice, Counts, next, this),
        _ => new ByteFilter(setting, dice, Counts, next),
    };
}
