using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Pricing;
using ScEdge.Experiments.Composition;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Results;

/// <summary>
/// What the updates of a run, and its passes in bit streams, would cost in silicon, all seeds together.
/// </summary>
/// <remarks>Energies are whole attojoules; each of the three breakdowns, with leakage where it is apart, adds up to the total.</remarks>
public sealed record RunCost
{
    /// <summary>Gets the cost library.</summary>
    public required string Library { get; init; }

    /// <summary>Gets the lanes that work at a time.</summary>
    public required int Lanes { get; init; }

    /// <summary>Gets the cells that make streams.</summary>
    public required long Cells { get; init; }

    /// <summary>Gets the area; um2 at 40 nm.</summary>
    public required double AreaSquareMicrometres { get; init; }

    /// <summary>Gets the energy; aJ.</summary>
    public required Int128 TotalAttojoules { get; init; }

    /// <summary>Gets the mean energy of a parameter update, without passes; aJ.</summary>
    public required double EnergyPerUpdateAttojoules { get; init; }

    /// <summary>Gets the parameter updates.</summary>
    public required long Updates { get; init; }

    /// <summary>Gets the time of the circuit; s.</summary>
    public required double Seconds { get; init; }

    /// <summary>Gets the mean power; W.</summary>
    public required double PowerWatts { get; init; }

    /// <summary>Gets the energy by category, leakage among them; aJ.</summary>
    public required IReadOnlyDictionary<string, Int128> CategoryAttojoules { get; init; }

    /// <summary>Gets the dynamic energy by component; aJ.</summary>
    public required IReadOnlyDictionary<string, Int128> ComponentAttojoules { get; init; }

    /// <summary>Gets the energy by tensor; aJ.</summary>
    public required IReadOnlyDictionary<string, Int128> TensorAttojoules { get; init; }

    /// <summary>Gets the energy by phase; aJ.</summary>
    public required IReadOnlyDictionary<string, Int128> PhaseAttojoules { get; init; }

    /// <summary>Gets the SET/RESET cycles of a cell in one training, in the tensor whose cells take most.</summary>
    public required double CyclesPerCell { get; init; }

    /// <summary>Gets the share of a cell's rated life that one training uses; null without a rating or cells.</summary>
    public double? EnduranceUsedShare { get; init; }

    /// <summary>Gets the steps after which the busiest cells reach their rated life; null without a rating.</summary>
    public double? StepsUntilWearOut { get; init; }

    /// <summary>Gets whether passes in bit streams are among the costs.</summary>
    [JsonIgnore]
    public bool HasPasses { get; init; }

    /// <summary>Gets the parts with figures that the library lacks and that lie within bounds.</summary>
    public required IReadOnlyList<BoundedPart> Bounded { get; init; }

    /// <summary>Sums up the ledgers of a run.</summary>
    public static RunCost Of(RunComposition run, IReadOnlyList<SeedResult> results)
    {
        CostLedger ledger = RunCircuit.NewLedger(run.Options, run.Preset, run.Model);
        LedgerTotals totals = ledger.Totals;
        LedgerTotals[] seeds = [.. results.Select(result => result.Cost).OfType<LedgerTotals>()];
        foreach (LedgerTotals seed in seeds)
        {
            totals.Add(seed);
        }

        // Each seed trains cells of its own.
        EnduranceUse worst = seeds
            .Select(seed => ledger.EnduranceOf(seed))
            .MaxBy(use => use.CyclesPerCell)!;
        long steps = totals.Updates / run.Model.ParameterCount / results.Count;
        return new RunCost
        {
            Library = totals.Library,
            Lanes = ledger.Model.Circuit.Lanes,
            Cells = ledger.Cells,
            AreaSquareMicrometres = ledger.AreaSquareMicrometres,
            TotalAttojoules = totals.TotalAttojoules,
            EnergyPerUpdateAttojoules = totals.AttojoulesPerUpdate,
            Updates = totals.Updates,
            Seconds = (double)totals.Picoseconds * 1e-12,
            PowerWatts = totals.PowerWatts,
            CategoryAttojoules = Categories(ledger),
            ComponentAttojoules = Named(totals.ComponentNames, totals.ComponentAttojoules),
            TensorAttojoules = Named(totals.TensorNames, totals.TensorAttojoules),
            PhaseAttojoules = Named(totals.PhaseNames, totals.PhaseAttojoules),
            CyclesPerCell = worst.CyclesPerCell,
            EnduranceUsedShare = ledger.Cells > 0 ? worst.Share : null,
            StepsUntilWearOut = worst.StepsUntilWearOut(steps),
            HasPasses = ledger.Passes is not null,
            Bounded = [.. ledger.Bounded],
        };
    }

    private static Dictionary<string, Int128> Categories(CostLedger ledger)
    {
        Dictionary<string, Int128> sums = [];
        foreach (CostCategory category in Enum.GetValues<CostCategory>())
        {
            sums[Name(category)] = category == CostCategory.Leakage ? ledger.Totals.LeakageAttojoules : 0;
        }

        for (int i = 0; i < ledger.Components.Count; i++)
        {
            sums[Name(ledger.Components[i].Part.Category)] += ledger.Totals.ComponentAttojoules[i];
        }

        return sums;
    }

    // As enumerations are written elsewhere in the manifest.
    private static string Name(CostCategory category) => JsonNamingPolicy.KebabCaseLower.ConvertName(category.ToString());

    private static Dictionary<string, Int128> Named(IReadOnlyList<string> names, Int128[] energies) =>
        names.Zip(energies).ToDictionary(static pair => pair.First, static pair => pair.Second);
}
