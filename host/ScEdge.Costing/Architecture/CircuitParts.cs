using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;

namespace ScEdge.Costing.Architecture;

/// <summary>Lists every part of a circuit; the table "Parts" of hw-docs/power-model.md.</summary>
public static class CircuitParts
{
    internal const string StorageReset = "CBRAM registers, RESET";

    /// <summary>Lists the parts.</summary>
    /// <param name="circuit">Circuit.</param>
    /// <param name="cells">Energies of its cells, from which the current of the charge pump follows.</param>
    public static IReadOnlyList<CircuitPart> Of(ArchitectureModel circuit, CellEnergies cells)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return circuit.Products is { } products ? [.. ProductParts.Of(circuit, products, cells)] :
        [
            .. CellParts.Cells(circuit), .. CellParts.Supply(circuit, cells), .. PeripheryParts.Periphery(circuit),
            .. LogicParts.Gates(circuit), .. LogicParts.Counting(circuit), .. LogicParts.Arithmetic(circuit), LogicParts.DriveCodes(circuit),
            .. LogicParts.Control(circuit), .. Registers(circuit),
        ];
    }

    /// <summary>Lists the parts that hold the registers of weights and momentum, and the wires to them.</summary>
    public static IReadOnlyList<CircuitPart> Registers(ArchitectureModel circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return [.. RegisterParts.Storage(circuit), .. RegisterParts.Wires(circuit)];
    }
}
