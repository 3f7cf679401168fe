using System.Linq;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Emulator.Boards;

/// <summary>When a board is reset from outside: once in every interval, at a moment that the seed of the script chooses.</summary>
internal sealed class ResetSchedule
{
    private readonly long _interval;
    private readonly ulong _key;
    private long _start;
    private uint _index;

    public ResetSchedule(FaultScript script, long nowMicroseconds)
    {
        _interval = script.Settings.FirstOrDefault(setting => setting.Kind == FaultKind.Reset)?.Amount ?? 0;
        _key = CounterGenerator.Key(script.Seed, (uint)FaultKind.Reset, 0);
        _start = nowMicroseconds;
    }

    /// <summary>The next moment; <see cref="long.MaxValue"/> without resets; us.</summary>
    public long DueMicroseconds => _interval == 0
        ? long.MaxValue
        : _start + (long)(((ulong)CounterGenerator.Word((uint)_key, (uint)(_key >> 32), _index) * (ulong)_interval) >> 32);

    /// <summary>Whether the moment has come, once for each; moments that were slept through do not add up.</summary>
    public bool TryTake(long nowMicroseconds)
    {
        bool isDue = false;
        while (DueMicroseconds <= nowMicroseconds)
        {
            isDue = true;
            _start += _interval;
            _index++;
        }

        return isDue;
    }
}
