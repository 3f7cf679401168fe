using System;
using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Playground.Networks;

/// <summary>The sixteen counts of circuits as numbers in a row, as they travel.</summary>
public static class CountValues
{
    /// <summary>Returns the numbers.</summary>
    public static long[] Of(OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        long[] values = new long[OperationCounts.Count];
        counts.CopyTo(values);
        return values;
    }

    /// <summary>Reads them back.</summary>
    public static OperationCounts Read(IReadOnlyList<long> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new OperationCounts
        {
            Numbers = values[0], Bits = values[1], SetPulses = values[2], SetEvents = values[3], ResetPulses = values[4], Reads = values[5],
            RandomWords = values[6], Saturations = values[7], LaneCycles = values[8], AndOperations = values[9], XnorOperations = values[10],
            MuxOperations = values[11], CounterIncrements = values[12], CounterDecrements = values[13], RegisterReads = values[14],
            RegisterWrites = values[15],
        };
    }
}
