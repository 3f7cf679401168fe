using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Ledgers;

/// <summary>A training that was accounted under one library, priced under another.</summary>
/// <remarks>
/// Energies of cells belong to no library and are taken over from the ledger. Those of a library's parts are operations times
/// energy, and operations are sums over the steps, so the totals are exact. Time does not depend on the library; leakage is
/// rounded once per part for the whole training.
/// </remarks>
public sealed class TrainingPrice
{
    private readonly OperationCounts _counts;

    /// <summary>Prices a training.</summary>
    /// <param name="model">The circuit of the training under the library.</param>
    /// <param name="ledgerAttojoules">Dynamic energies of the training's ledger by component; aJ.</param>
    /// <param name="counts">Counts of the whole training.</param>
    /// <param name="seconds">Time of the circuit; s.</param>
    /// <param name="updates">Parameter updates.</param>
    /// <exception cref="ArgumentException">The ledger lacks a part of the circuit's cells: it is of another circuit.</exception>
    public TrainingPrice(
        CostModel model, IReadOnlyDictionary<string, Int128> ledgerAttojoules, OperationCounts counts, double seconds, long updates)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(ledgerAttojoules);
        model.RequireGates(counts);
        Model = model;
        _counts = counts;
        Updates = updates;
        Seconds = seconds;
        Components = [.. from part in model.Parts
                         where part.Part.Operations is not null
                         select (part.Part, Energy(part, ledgerAttojoules, counts))];
        LeakageAttojoules = model.Parts.Aggregate(
            (Int128)0, (sum, part) => sum + Attojoules.FromPower(part.LeakageNanowatts, Seconds));
        TotalAttojoules = Components.Aggregate(LeakageAttojoules, static (sum, part) => sum + part.Attojoules);
    }

    /// <summary>Gets circuit and library.</summary>
    public CostModel Model { get; }

    /// <summary>Gets the parts with their dynamic energies; aJ.</summary>
    public IReadOnlyList<(CircuitPart Part, Int128 Attojoules)> Components { get; }

    /// <summary>Gets the leakage energy; aJ.</summary>
    public Int128 LeakageAttojoules { get; }

    /// <summary>Gets the energy of everything; aJ.</summary>
    public Int128 TotalAttojoules { get; }

    /// <summary>Gets the parameter updates.</summary>
    public long Updates { get; }

    /// <summary>Gets the time of the circuit; s.</summary>
    public double Seconds { get; }

    /// <summary>Gets the mean energy of a parameter update; aJ.</summary>
    public double AttojoulesPerUpdate => (double)TotalAttojoules / Updates;

    /// <summary>Gets the mean power; W.</summary>
    public double PowerWatts => Attojoules.ToJoules(TotalAttojoules) / Seconds;

    /// <summary>Gets the energy of a category; aJ.</summary>
    public Int128 CategoryAttojoules(CostCategory category) => category == CostCategory.Leakage
        ? LeakageAttojoules
        : Components.Where(part => part.Part.Category == category).Aggregate((Int128)0, static (sum, part) => sum + part.Attojoules);

    /// <summary>Prices the training on another circuit of the same lanes and under the same library.</summary>
    /// <remarks>
    /// The ledger knows the energy of cells for the probabilities of every row, and its time for every row. Both are scaled by what the two
    /// models make of the training as a whole; a change of resistance scales the cells' energy exactly.
    /// </remarks>
    /// <param name="other">Model of the other circuit.</param>
    public UpdateFigures Under(CostModel other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double seconds = Seconds * other.Seconds(_counts) / Model.Seconds(_counts);
        double energy = other.LeakageNanowatts * seconds * 1e9;
        for (int i = 0; i < Components.Count; i++)
        {
            PricedPart part = other.Parts.Single(one => one.Part.Name == Components[i].Part.Name);
            long nominal = Components[i].Part.DeviceEnergyAttojoules is { } device ? device(Model.Cells) : 0;
            energy += nominal == 0
                ? (double)part.Operations(_counts) * part.EnergyAttojoules(other.Cells)
                : (double)Components[i].Attojoules * part.EnergyAttojoules(other.Cells) / nominal;
        }

        return new(energy / Updates, Updates / seconds);
    }

    private static Int128 Energy(PricedPart part, IReadOnlyDictionary<string, Int128> ledgerAttojoules, OperationCounts counts)
    {
        if (part.Part.DeviceEnergyAttojoules is null)
        {
            return (Int128)part.Operations(counts) * part.EnergyAttojoules(default);
        }

        return ledgerAttojoules.TryGetValue(part.Part.Name, out Int128 energy)
            ? energy
            : throw new ArgumentException($"The ledger has no {part.Part.Name}: it is of another circuit.", nameof(ledgerAttojoules));
    }
}
