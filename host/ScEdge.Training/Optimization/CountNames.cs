using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The names and the order in which the counts of a run appear in its files.
/// </summary>
public static class CountNames
{
    /// <summary>Gets the names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "numbers", "bits", "set_pulses", "set_events", "reset_pulses", "reads", "random_words", "saturations",
        "lane_cycles", "and_operations", "xnor_operations", "mux_operations",
        "counter_increments", "counter_decrements", "register_reads", "register_writes",
    ];

    /// <summary>Returns the counts by name.</summary>
    public static Dictionary<string, long> Of(OperationCounts counts)
    {
        long[] values = new long[All.Count];
        CopyTo(counts, values);
        return All.Zip(values).ToDictionary(static pair => pair.First, static pair => pair.Second);
    }

    /// <summary>Writes the counts in the order of <see cref="All"/>.</summary>
    /// <param name="counts">Counts.</param>
    /// <param name="values">Receives them; as long as <see cref="All"/>.</param>
    public static void CopyTo(OperationCounts counts, Span<long> values)
    {
        ReadOnlySpan<long> all =
        [
            counts.Numbers, counts.Bits, counts.SetPulses, counts.SetEvents, counts.ResetPulses, counts.Reads, counts.RandomWords, counts.Saturations,
            counts.LaneCycles, counts.AndOperations, counts.XnorOperations, counts.MuxOperations,
            counts.CounterIncrements, counts.CounterDecrements, counts.RegisterReads, counts.RegisterWrites,
        ];
        all.CopyTo(values);
    }

    /// <summary>Returns the counts that <see cref="Of"/> named; a name that is missing counts zero.</summary>
    public static OperationCounts Read(IReadOnlyDictionary<string, long> counts) => new()
    {
        Numbers = counts.GetValueOrDefault("numbers"),
        Bits = counts.GetValueOrDefault("bits"),
        SetPulses = counts.GetValueOrDefault("set_pulses"),
        SetEvents = counts.GetValueOrDefault("set_events"),
        ResetPulses = counts.GetValueOrDefault("reset_pulses"),
        Reads = counts.GetValueOrDefault("reads"),
        RandomWords = counts.GetValueOrDefault("random_words"),
        Saturations = counts.GetValueOrDefault("saturations"),
        LaneCycles = counts.GetValueOrDefault("lane_cycles"),
        AndOperations = counts.GetValueOrDefault("and_operations"),
        XnorOperations = counts.GetValueOrDefault("xnor_operations"),
        MuxOperations = counts.GetValueOrDefault("mux_operations"),
        CounterIncrements = counts.GetValueOrDefault("counter_increments"),
        CounterDecrements = counts.GetValueOrDefault("counter_decrements"),
        RegisterReads = counts.GetValueOrDefault("register_reads"),
        RegisterWrites = counts.GetValueOrDefault("register_writes"),
    };
}
