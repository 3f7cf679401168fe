using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Ledgers;

/// <summary>The account of a training: prices what each phase did to each tensor, and sums up.</summary>
/// <remarks>
/// The circuit serves one tensor after the other and one phase after the other, so times add up. A SET pulse costs what pulses
/// of the row's own mean probability cost (<see cref="SetEnergyCurve"/>); everything else is as in <see cref="CostModel.Price"/>.
/// All energies are whole attojoules and all times whole picoseconds, rounded once per row: sums over components, tensors
/// and phases are equal to the last digit. Nothing is allocated after construction.
/// </remarks>
public sealed class CostLedger
{
    private readonly SetEnergyCurve _setEnergy;
    private readonly PricedPart[] _components;
    private readonly Func<OperationCounts, long>[] _operations;
    private readonly long[] _prices;
    private readonly int[] _pricedBySet;
    private readonly double[] _leakages;
    private readonly LedgerRow[] _rows;

    /// <summary>Opens an empty ledger.</summary>
    /// <param name="model">Circuit and library.</param>
    /// <param name="tensors">Tensors, in the order of their indices.</param>
    /// <param name="phases">Names of the phases of a step, in order.</param>
    /// <exception cref="InputException">The device would need a voltage that is not positive.</exception>
    public CostLedger(CostModel model, IReadOnlyList<LedgerTensor> tensors, IReadOnlyList<string> phases)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        Tensors = tensors;
        Phases = phases;
        _setEnergy = new SetEnergyCurve(model.Circuit.Preset);
        _components = [.. model.Parts.Where(part => part.Part.Operations is not null)];
        _operations = [.. _components.Select(static component => component.Part.Operations!)];
        _prices = [.. _components.Select(component => component.EnergyAttojoules(model.Cells))];

        // The parts whose price follows that of a SET pulse; all others keep theirs.
        CellEnergies dearer = model.Cells with { SetAttojoules = model.Cells.SetAttojoules + 1_000_000 };
        _pricedBySet = [.. Enumerable.Range(0, _prices.Length).Where(i => _components[i].EnergyAttojoules(dearer) != _prices[i])];
        _leakages = [.. model.Parts.Select(part => part.LeakageNanowatts).Where(leakage => leakage > 0)];
        _rows = [.. from tensor in tensors from phase in phases select new LedgerRow(tensor, phase, _components.Length)];
        Totals = LedgerTotals.Empty(
            model.Library.Name, [.. _components.Select(part => part.Part.Name)], [.. tensors.Select(tensor => tensor.Name)], phases);
    }

    /// <summary>Gets circuit and library.</summary>
    public CostModel Model { get; }

    /// <summary>Gets the tensors.</summary>
    public IReadOnlyList<LedgerTensor> Tensors { get; }

    /// <summary>Gets the names of the phases of a step.</summary>
    public IReadOnlyList<string> Phases { get; }

    /// <summary>Gets the parts that energy is spent in.</summary>
    public IReadOnlyList<PricedPart> Components => _components;

    /// <summary>Gets the rows of the last step, tensor by tensor, of each tensor phase by phase.</summary>
    public IReadOnlyList<LedgerRow> Rows => _rows;

    /// <summary>Gets the sums of all rows.</summary>
    public LedgerTotals Totals { get; }

    /// <summary>Gets how far the cells have worn.</summary>
    public EnduranceUse Endurance => EnduranceUse.Of(Model.Circuit, Tensors, Totals.ResetPulses);

    /// <summary>Prices one row and adds it to the totals.</summary>
    /// <param name="tensor">Index of the tensor.</param>
    /// <param name="phase">Index of the phase; the last one completes the update of the tensor.</param>
    /// <param name="counts">What the circuit did.</param>
    /// <exception cref="OverflowException">The row takes more than 9.2 J.</exception>
    public void Enter(int tensor, int phase, OperationCounts counts)
    {
        Model.RequireGates(counts);
        LedgerRow row = _rows[(tensor * Phases.Count) + phase];
        row.Counts.Clear();
        row.Counts.Add(counts);
        CellEnergies cells = Model.Cells with { SetAttojoules = _setEnergy.MeanAttojoules(counts.SetPulses, counts.SetEvents) };
        foreach (int i in _pricedBySet)
        {
            _prices[i] = _components[i].EnergyAttojoules(cells);
        }

        double seconds = Model.Seconds(counts);
        long total = 0;
        for (int i = 0; i < _prices.Length; i++)
        {
            long energy = checked(_operations[i](counts) * _prices[i]);
            row.EnergiesAttojoules[i] = energy;
            Totals.ComponentAttojoules[i] += energy;
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
        AddToTotals(row, tensor, phase);
    }

    private void AddToTotals(LedgerRow row, int tensor, int phase)
    {
        Totals.TensorAttojoules[tensor] += row.TotalAttojoules;
        Totals.PhaseAttojoules[phase] += row.TotalAttojoules;
        Totals.ResetPulses[tensor] += row.Counts.ResetPulses;
        Totals.LeakageAttojoules += row.LeakageAttojoules;
        Totals.TotalAttojoules += row.TotalAttojoules;
        Totals.Picoseconds += row.Picoseconds;
        Totals.Updates += phase == Phases.Count - 1 ? row.Tensor.Parameters : 0;
    }
}
