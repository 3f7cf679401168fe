using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Ledgers;

/// <summary>Prices what one circuit did, into the columns of a ledger.</summary>
/// <remarks>
/// A SET pulse costs what pulses of the row's own mean probability cost (<see cref="SetEnergyCurve"/>); everything else is as in
/// <see cref="CostModel.Price"/>. Nothing is allocated after construction.
/// </remarks>
internal sealed class CircuitPricer
{
    private readonly CostModel _model;
    private readonly SetEnergyCurve _setEnergy;
    private readonly PricedPart[] _components;
    private readonly Func<OperationCounts, long>[] _operations;
    private readonly long[] _prices;
    private readonly int[] _pricedBySet;
    private readonly int[] _columns;
    private readonly double[] _leakages;

    /// <summary>Prepares the prices.</summary>
    /// <param name="model">Circuit and library.</param>
    /// <param name="columns">Names of the ledger's components; all that the circuit spends energy in are among them.</param>
    public CircuitPricer(CostModel model, IReadOnlyList<string> columns)
    {
        _model = model;
        _setEnergy = new SetEnergyCurve(model.Circuit.Preset);
        _components = [.. Components(model)];
        _operations = [.. _components.Select(static component => component.Part.Operations!)];
        _prices = [.. _components.Select(component => component.EnergyAttojoules(model.Cells))];

        // The parts whose price follows that of a SET pulse; all others keep theirs.
        CellEnergies dearer = model.Cells with { SetAttojoules = model.Cells.SetAttojoules + 1_000_000 };
        _pricedBySet = [.. Enumerable.Range(0, _prices.Length).Where(i => _components[i].EnergyAttojoules(dearer) != _prices[i])];
        _columns = [.. _components.Select(component => columns.TakeWhile(name => name != component.Part.Name).Count())];
        _leakages = [.. model.Parts.Select(part => part.LeakageNanowatts).Where(leakage => leakage > 0)];
    }

    /// <summary>Returns the parts of a circuit that energy is spent in.</summary>
    public static IEnumerable<PricedPart> Components(CostModel model) => model.Parts.Where(part => part.Part.Operations is not null);

    /// <summary>Prices counts.</summary>
    /// <param name="counts">What the circuit did.</param>
    /// <param name="row">Receives counts, energies and time.</param>
    /// <exception cref="OverflowException">The row takes more than 9.2 J.</exception>
    public void Price(OperationCounts counts, LedgerRow row)
    {
        _model.RequireGates(counts);
        row.Counts.Clear();
        row.Counts.Add(counts);
        CellEnergies cells = _model.Cells with { SetAttojoules = _setEnergy.MeanAttojoules(counts.SetPulses, counts.SetEvents) };
        foreach (int i in _pricedBySet)
        {
            _prices[i] = _components[i].EnergyAttojoules(cells);
        }

        double seconds = _model.Seconds(counts);
        long total = 0;
        for (int i = 0; i < _prices.Length; i++)
        {
            long energy = checked(_operations[i](counts) * _prices[i]);
            row.EnergiesAttojoules[_columns[i]] = energy;
            total = checked(total + energy);
        }

        long leakage = 0;
        foreach (double nanowatts in _leakages)
        {
            leakage += Attojoules.FromPowerOfARow(nanowatts, seconds);
        }

        row.LeakageAttojoules = leakage;
        row.TotalAttojoules = total + leakage;
        row.Picoseconds = (long)Math.Round(seconds * 1e12);
    }
}
