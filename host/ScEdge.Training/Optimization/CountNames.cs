using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The names under which the counts of a run appear in its files.
/// </summary>
public static class CountNames
{
    /// <summary>Returns the counts by name.</summary>
    public static Dictionary<string, long> Of(OperationCounts counts) => new()
    {
        ["numbers"] = counts.Numbers,
        ["bits"] = counts.Bits,
        ["set_pulses"] = counts.SetPulses,
        ["set_events"] = counts.SetEvents,
        ["reset_pulses"] = counts.ResetPulses,
        ["reads"] = counts.Reads,
        ["random_words"] = counts.RandomWords,
        ["saturations"] = counts.Saturations,
        ["lane_cycles"] = counts.LaneCycles,
        ["and_operations"] = counts.AndOperations,
        ["xnor_operations"] = counts.XnorOperations,
        ["mux_operations"] = counts.MuxOperations,
        ["counter_increments"] = counts.CounterIncrements,
        ["counter_decrements"] = counts.CounterDecrements,
        ["register_reads"] = counts.RegisterReads,
        ["register_writes"] = counts.RegisterWrites,
    };

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
