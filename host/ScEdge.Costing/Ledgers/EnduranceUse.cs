using System;
using System.Collections.Generic;
using ScEdge.Costing.Architecture;

namespace ScEdge.Costing.Ledgers;

/// <summary>How far a training has worn its cells.</summary>
/// <param name="Tensor">Tensor whose cells have taken most cycles.</param>
/// <param name="CyclesPerCell">SET/RESET cycles of one of its cells, averaged over them.</param>
/// <param name="RatedCycles">Rated life of a cell; null without a rating.</param>
public sealed record EnduranceUse(string Tensor, double CyclesPerCell, double? RatedCycles)
{
    /// <summary>Share of the rated life that is used; null without a rating.</summary>
    public double? Share => CyclesPerCell / RatedCycles;

    /// <summary>Finds the tensor whose cells have worn most; every tensor has cells of its own.</summary>
    /// <param name="circuit">Circuit.</param>
    /// <param name="tensors">Tensors.</param>
    /// <param name="resetPulses">RESET pulses by tensor.</param>
    public static EnduranceUse Of(ArchitectureModel circuit, IReadOnlyList<LedgerTensor> tensors, IReadOnlyList<long> resetPulses)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(tensors);
        EnduranceUse worst = new("", 0, circuit.Preset.Endurance?.Value);
        for (int i = 0; i < tensors.Count; i++)
        {
            double cycles = (double)resetPulses[i] / (tensors[i].CellGroups * circuit.CellsPerLane);
            worst = cycles > worst.CyclesPerCell ? worst with { Tensor = tensors[i].Name, CyclesPerCell = cycles } : worst;
        }

        return worst;
    }

    /// <summary>Returns the more worn of these cells and those of the passes, which every tensor and pass has to itself.</summary>
    /// <param name="passes">The passes.</param>
    /// <param name="tensors">Tensors.</param>
    /// <param name="resetPulses">RESET pulses by tensor and pass.</param>
    public EnduranceUse OrOf(LedgerPasses passes, IReadOnlyList<LedgerTensor> tensors, IReadOnlyList<long> resetPulses)
    {
        ArgumentNullException.ThrowIfNull(passes);
        ArgumentNullException.ThrowIfNull(tensors);
        ArgumentNullException.ThrowIfNull(resetPulses);
        EnduranceUse worst = this;
        for (int i = 0; i < resetPulses.Count; i++)
        {
            (int tensor, int pass) = Math.DivRem(i, passes.Names.Count);
            double cycles = passes.Cells[pass] == 0 ? 0 : (double)resetPulses[i] / passes.Cells[pass];
            worst = cycles > worst.CyclesPerCell
                ? worst with { Tensor = $"{tensors[tensor].Name}, {passes.Names[pass]}", CyclesPerCell = cycles }
                : worst;
        }

        return worst;
    }

    /// <summary>Steps until the rated life is reached if every step wears as much as those so far; null without a rating or wear.</summary>
    /// <param name="steps">Steps taken so far.</param>
    public double? StepsUntilWearOut(long steps) => CyclesPerCell > 0 ? RatedCycles / CyclesPerCell * steps : null;
}
