using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Pricing;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Ledgers;

/// <summary>The account of a training: prices what each pass and each phase did to each tensor, and sums up.</summary>
/// <remarks>
/// Circuits serve one tensor after the other and one phase after the other, so times add up; the circuit of the passes and that of the updates
/// are each switched off while the other works. All energies are whole attojoules and all times whole picoseconds, rounded once per row: sums
/// over components, tensors and phases are equal to the last digit. Nothing is allocated after construction.
/// </remarks>
public sealed class CostLedger
{
    private readonly CircuitPricer _updates;
    private readonly CircuitPricer? _passPricer;
    private readonly PricedPart[] _components;
    private readonly LedgerRow[] _rows;

    // Row of the first phase of an update by tensor; rows of its passes, if it has any, stand before it.
    private readonly int[] _firstRows;

    /// <summary>Opens an empty ledger.</summary>
    /// <param name="model">Circuit of the updates, and library.</param>
    /// <param name="tensors">Tensors, in the order of their indices.</param>
    /// <param name="phases">Names of the phases of an update, in order.</param>
    /// <param name="passes">Passes in bit streams; null where there are none.</param>
    /// <exception cref="InputException">The device would need a voltage that is not positive.</exception>
    public CostLedger(CostModel model, IReadOnlyList<LedgerTensor> tensors, IReadOnlyList<string> phases, LedgerPasses? passes = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tensors);
        Model = model;
        Tensors = tensors;
        Phases = phases;
        Passes = passes;
        _components = [.. CircuitPricer.Components(model)
            .Concat(passes is null ? [] : CircuitPricer.Components(passes.Model))
            .DistinctBy(static part => part.Part.Name)];
        string[] names = [.. _components.Select(part => part.Part.Name)];
        _updates = new CircuitPricer(model, names);
        _passPricer = passes is null ? null : new CircuitPricer(passes.Model, names);
        IReadOnlyList<string> passNames = passes?.Names ?? [];
        List<LedgerRow> rows = [];
        _firstRows = new int[tensors.Count];
        for (int i = 0; i < tensors.Count; i++)
        {
            string[] own = [.. passes?.Tensors.Contains(i) == true ? passNames : [], .. phases];
            _firstRows[i] = rows.Count + own.Length - phases.Count;
            rows.AddRange(own.Select(name => new LedgerRow(tensors[i], name, names.Length)));
        }

        _rows = [.. rows];
        string[] tensorNames = [.. tensors.Select(tensor => tensor.Name)];
        Totals = LedgerTotals.Empty(model.Library.Name, names, tensorNames, [.. passNames, .. phases], passNames.Count);
    }

    /// <summary>Gets circuit of the updates and library.</summary>
    public CostModel Model { get; }

    /// <summary>Gets the tensors.</summary>
    public IReadOnlyList<LedgerTensor> Tensors { get; }

    /// <summary>Gets the names of the phases of an update.</summary>
    public IReadOnlyList<string> Phases { get; }

    /// <summary>Gets the passes in bit streams; null where there are none.</summary>
    public LedgerPasses? Passes { get; }

    /// <summary>Gets the parts that energy is spent in.</summary>
    public IReadOnlyList<PricedPart> Components => _components;

    /// <summary>Gets the parts with figures that the library lacks and that lie within bounds.</summary>
    public IEnumerable<BoundedPart> Bounded => Model.Bounded.Concat(Passes?.Model.Bounded ?? []).DistinctBy(static part => part.Name);

    /// <summary>Gets the rows of the last step, tensor by tensor, of each tensor passes first, then phase by phase.</summary>
    public IReadOnlyList<LedgerRow> Rows => _rows;

    /// <summary>Gets the sums of all rows.</summary>
    public LedgerTotals Totals { get; }

    /// <summary>Gets the area of the circuits; um2 at 40 nm.</summary>
    public double AreaSquareMicrometres => Model.AreaSquareMicrometres + (Passes?.Model.AreaSquareMicrometres ?? 0);

    /// <summary>Gets the cells that make streams.</summary>
    public long Cells => (Model.Circuit.HasUpdateCells ? Model.Circuit.Cells : 0) + (Passes is null ? 0 : Passes.Tensors.Count * Passes.Cells.Sum());

    /// <summary>Gets how far the cells have worn.</summary>
    public EnduranceUse Endurance => EnduranceOf(Totals);

    /// <summary>Returns how far the cells have worn in a training of given sums.</summary>
    public EnduranceUse EnduranceOf(LedgerTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        EnduranceUse worst = EnduranceUse.Of(Model.Circuit, Tensors, totals.ResetPulses);
        return Passes is not null && totals.Passes is { } sums ? worst.OrOf(Passes, Tensors, sums.ResetPulses) : worst;
    }

    /// <summary>Prices one phase of an update and adds it to the totals.</summary>
    /// <param name="tensor">Index of the tensor.</param>
    /// <param name="phase">Index of the phase; the last one completes the update of the tensor.</param>
    /// <param name="counts">What the circuit did.</param>
    /// <exception cref="OverflowException">The row takes more than 9.2 J.</exception>
    public void Enter(int tensor, int phase, OperationCounts counts)
    {
        LedgerRow row = _rows[_firstRows[tensor] + phase];
        _updates.Price(counts, row);
        AddToTotals(row, tensor, (Passes?.Names.Count ?? 0) + phase);
        Totals.ResetPulses[tensor] += row.Counts.ResetPulses;
        Totals.Updates += phase == Phases.Count - 1 ? row.Tensor.Parameters : 0;
    }

    /// <summary>Prices one pass through the layer of a tensor and adds it to the totals.</summary>
    /// <param name="tensor">Index of the tensor, one of those of <see cref="Passes"/>.</param>
    /// <param name="pass">Index of the pass.</param>
    /// <param name="counts">What the circuit did.</param>
    /// <exception cref="OverflowException">The row takes more than 9.2 J.</exception>
    public void EnterPass(int tensor, int pass, OperationCounts counts)
    {
        int passes = Passes?.Names.Count ?? 0;
        if (Passes?.Tensors.Contains(tensor) != true)
        {
            throw new ArgumentException("No products are made with this tensor.", nameof(tensor));
        }

        LedgerRow row = _rows[_firstRows[tensor] - passes + pass];
        _passPricer!.Price(counts, row);
        AddToTotals(row, tensor, pass);
        PassTotals totals = Totals.Passes!;
        totals.Attojoules[(tensor * passes) + pass] += row.TotalAttojoules;
        totals.ResetPulses[(tensor * passes) + pass] += row.Counts.ResetPulses;
    }

    private void AddToTotals(LedgerRow row, int tensor, int phase)
    {
        for (int i = 0; i < row.EnergiesAttojoules.Length; i++)
        {
            Totals.ComponentAttojoules[i] += row.EnergiesAttojoules[i];
        }

        Totals.TensorAttojoules[tensor] += row.TotalAttojoules;
        Totals.PhaseAttojoules[phase] += row.TotalAttojoules;
        Totals.LeakageAttojoules += row.LeakageAttojoules;
        Totals.TotalAttojoules += row.TotalAttojoules;
        Totals.Picoseconds += row.Picoseconds;
    }
}
