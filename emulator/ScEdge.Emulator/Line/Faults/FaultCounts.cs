using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>How often each filter of one direction was asked and how often it struck.</summary>
public sealed class FaultCounts
{
    private readonly long[] _seen = new long[Enum.GetValues<FaultKind>().Length];
    private readonly long[] _struck = new long[Enum.GetValues<FaultKind>().Length];

    /// <summary>Returns how many frames or bytes could have met the fault.</summary>
    public long Seen(FaultKind kind) => _seen[(int)kind];

    /// <summary>Returns how many did: frames, bytes, or starts of bursts.</summary>
    public long Struck(FaultKind kind) => _struck[(int)kind];

    /// <summary>Returns a line such as <c>drop 12 of 1000, flip 3 of 90000</c>; empty where nothing was seen.</summary>
    public override string ToString() => string.Join(", ", Lines());

    internal void Count(FaultKind kind, bool isStruck)
    {
        _seen[(int)kind]++;
        _struck[(int)kind] += isStruck ? 1 : 0;
    }

    private IEnumerable<string> Lines() =>
        from kind in Enum.GetValues<FaultKind>()
        where Seen(kind) > 0
        select FormattableString.Invariant($"{FaultScriptReader.NameOf(kind)} {Struck(kind)} of {Seen(kind)}");
}
