using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The names and the order in which the counts of a run appear in its files and messages.
/// </summary>
public static class CountNames
{
    /// <summary>Gets the names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "numbers", "bits", "set_pulses", "set_events", "reset_pulses", "reads", "random_words", "saturations",
        "lane_cycles", "and_operations", "xnor_operations", "mux_operations",
        "counter_increments", "counter_decrements", "register_reads", "register_writes", "multiplications",
    ];

    /// <summary>Returns the counts by name.</summary>
    public static Dictionary<string, long> Of(OperationCounts counts)
    {
        long[] values = new long[All.Count];
        Write(counts, values);
        return All.Zip(values).ToDictionary(static pair => pair.First, static pair => pair.Second);
    }

    /// <summary>Returns the counts that <see cref="Of"/> named; a name that is missing counts zero.</summary>
    public static OperationCounts Read(IReadOnlyDictionary<string, long> named)
    {
        OperationCounts counts = new();
        Add(counts, [.. All.Select(name => named.GetValueOrDefault(name))]);
        return counts;
    }

    /// <summary>Writes counts in the order of <see cref="All"/>.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="values">Receives them; as many as there are names.</param>
    public static void Write(OperationCounts counts, long[] values)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(values);
        counts.CopyTo(values);
        values[OperationCounts.Count] = counts.Multiplications;
    }

    /// <summary>Adds counts in the order of <see cref="All"/>; messages carry those of <see cref="OperationCounts.CopyTo"/>.</summary>
    /// <param name="counts">Receives the sums.</param>
    /// <param name="values">All counts, or those that travel.</param>
    public static void Add(OperationCounts counts, ReadOnlySpan<long> values)
    {
        counts.Numbers += values[0];
        counts.Bits += values[1];
        counts.SetPulses += values[2];
        counts.SetEvents += values[3];
        counts.ResetPulses += values[4];
        counts.Reads += values[5];
        counts.RandomWords += values[6];
        counts.Saturations += values[7];
        counts.LaneCycles += values[8];
        counts.AndOperations += values[9];
        counts.XnorOperations += values[10];
        counts.MuxOperations += values[11];
        counts.CounterIncrements += values[12];
        counts.CounterDecrements += values[13];
        counts.RegisterReads += values[14];
        counts.RegisterWrites += values[15];
        counts.Multiplications += values.Length > OperationCounts.Count ? values[OperationCounts.Count] : 0;
    }
}
