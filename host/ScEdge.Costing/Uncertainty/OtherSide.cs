using System;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Uncertainty;

/// <summary>The other side of the paper's ratios: what does the same work without CBRAM cells, under the same library.</summary>
internal sealed class OtherSide
{
    /// <summary>Compares.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">The circuit of the training.</param>
    /// <param name="streamLength">Bits of an operand.</param>
    public OtherSide(CostLibrary library, ArchitectureModel circuit, int streamLength)
    {
        ArgumentNullException.ThrowIfNull(library);
        Library = library;
        CellEnergyTable energies = new();
        MacTable table = new(library, circuit, streamLength, energies);
        MacCost cbram = table.Unit(MacTable.CbramName);
        Sensitivity mac = new(
            circuit, UncertainInputs.Of(circuit, library, cbram.Uncertain),
            one => new MacTable(library, one, streamLength, energies).Unit(MacTable.CbramName).EnergyPerMac!.Value);
        CmosAttojoulesPerMac = table.Unit(MacTable.CmosName).EnergyPerMac?.Value;
        CbramAttojoulesPerMac = mac.Span;
        FixedPoint = new FixedPointSensitivity(library, circuit);
    }

    /// <summary>Gets the library.</summary>
    public CostLibrary Library { get; }

    /// <summary>Gets the energy of a MAC with CMOS Sobol generators; aJ; null where the library has none.</summary>
    public double? CmosAttojoulesPerMac { get; }

    /// <summary>Gets the energy of a MAC with CBRAM cells and their periphery; aJ.</summary>
    public Span CbramAttojoulesPerMac { get; }

    /// <summary>Gets what an update costs in fixed point with stochastic rounding.</summary>
    public FixedPointSensitivity FixedPoint { get; }
}
