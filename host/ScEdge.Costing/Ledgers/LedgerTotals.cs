using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace ScEdge.Costing.Ledgers;

/// <summary>Sums of the rows of a ledger: by component, by tensor, by phase; each adds up to the same total.</summary>
/// <remarks>Sums of 128 bits do not overflow in the life of any machine. Arrays go by the indices of their names.</remarks>
public sealed class LedgerTotals
{
    /// <summary>Gets the name of the cost library.</summary>
    public required string Library { get; init; }

    /// <summary>Gets the names of the components.</summary>
    public required IReadOnlyList<string> ComponentNames { get; init; }

    /// <summary>Gets the names of the tensors.</summary>
    public required IReadOnlyList<string> TensorNames { get; init; }

    /// <summary>Gets the names of the phases.</summary>
    public required IReadOnlyList<string> PhaseNames { get; init; }

    /// <summary>Gets the dynamic energy by component; aJ.</summary>
    public required Int128[] ComponentAttojoules { get; init; }

    /// <summary>Gets the energy by tensor, leakage included; aJ.</summary>
    public required Int128[] TensorAttojoules { get; init; }

    /// <summary>Gets the energy by phase, leakage included; aJ.</summary>
    public required Int128[] PhaseAttojoules { get; init; }

    /// <summary>Gets the RESET pulses of the updates by tensor.</summary>
    public required long[] ResetPulses { get; init; }

    /// <summary>Gets the sums of the passes in bit streams; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PassTotals? Passes { get; init; }

    /// <summary>Gets or sets the leakage energy; aJ.</summary>
    public Int128 LeakageAttojoules { get; set; }

    /// <summary>Gets or sets the energy of everything; aJ.</summary>
    public Int128 TotalAttojoules { get; set; }

    /// <summary>Gets or sets the time of the circuit; ps.</summary>
    public Int128 Picoseconds { get; set; }

    /// <summary>Gets or sets the parameter updates.</summary>
    public long Updates { get; set; }

    /// <summary>Gets the energy of the updates, what the passes took left out; aJ.</summary>
    [JsonIgnore]
    public Int128 UpdateAttojoules => TotalAttojoules - (Passes?.TotalAttojoules ?? 0);

    /// <summary>Gets the mean energy of a parameter update; aJ; zero before the first.</summary>
    [JsonIgnore]
    public double AttojoulesPerUpdate => Updates == 0 ? 0 : (double)UpdateAttojoules / Updates;

    /// <summary>Gets the mean power, energy over time; W; zero before the first row.</summary>
    [JsonIgnore]
    public double PowerWatts => Picoseconds == 0 ? 0 : (double)TotalAttojoules / (double)Picoseconds * 1e-6;

    /// <summary>Makes sums of nothing.</summary>
    /// <param name="library">Name of the cost library.</param>
    /// <param name="components">Names of the components.</param>
    /// <param name="tensors">Names of the tensors.</param>
    /// <param name="phases">Names of the phases, passes first.</param>
    /// <param name="passes">How many of the phases are passes.</param>
    public static LedgerTotals Empty(
        string library, IReadOnlyList<string> components, IReadOnlyList<string> tensors, IReadOnlyList<string> phases, int passes = 0) => new()
    {
        Library = library,
        ComponentNames = components,
        TensorNames = tensors,
        PhaseNames = phases,
        ComponentAttojoules = new Int128[components.Count],
        TensorAttojoules = new Int128[tensors.Count],
        PhaseAttojoules = new Int128[phases.Count],
        ResetPulses = new long[tensors.Count],
        Passes = passes == 0 ? null : PassTotals.Empty(tensors.Count * passes),
    };

    /// <summary>Whether other sums are of the same library, components, tensors and phases.</summary>
    public bool IsOfSameKind(LedgerTotals other) => Library == other.Library
        && ComponentNames.SequenceEqual(other.ComponentNames)
        && TensorNames.SequenceEqual(other.TensorNames)
        && PhaseNames.SequenceEqual(other.PhaseNames)
        && Passes?.Attojoules.Length == other.Passes?.Attojoules.Length;

    /// <summary>Adds other sums.</summary>
    /// <exception cref="ArgumentException">They are of another kind.</exception>
    public void Add(LedgerTotals other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!IsOfSameKind(other))
        {
            throw new ArgumentException("Sums of different libraries or tensors cannot be added.", nameof(other));
        }

        Add(ComponentAttojoules, other.ComponentAttojoules);
        Add(TensorAttojoules, other.TensorAttojoules);
        Add(PhaseAttojoules, other.PhaseAttojoules);
        for (int i = 0; i < ResetPulses.Length; i++)
        {
            ResetPulses[i] += other.ResetPulses[i];
        }

        Passes?.Add(other.Passes!);
        LeakageAttojoules += other.LeakageAttojoules;
        TotalAttojoules += other.TotalAttojoules;
        Picoseconds += other.Picoseconds;
        Updates += other.Updates;
    }

    private static void Add(Int128[] sums, Int128[] others)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += others[i];
        }
    }
}
