using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Architecture;

/// <summary>Lists every part of a circuit; the table "Parts" of hw-docs/power-model.md.</summary>
internal static class CircuitParts
{
    internal const string StorageReset = "CBRAM registers, RESET";

    // The root of some 900 um2 of comparator, scaler, adder and control (assumption).
    private const double LanePitchMillimetres = 0.03;

    /// <summary>Lists the parts.</summary>
    /// <param name="circuit">Circuit.</param>
    /// <param name="cells">Energies of its cells, from which the current of the charge pump follows.</param>
    public static IReadOnlyList<CircuitPart> Of(ArchitectureModel circuit, CellEnergies cells)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return circuit.Products is { } products ? [.. ProductParts.Of(circuit, products, cells)]
            : circuit.UpdateSource == StreamSource.Rounding ? [.. FixedPointParts.Updates(circuit), .. Registers(circuit)]
            : [.. UpdateStreams(circuit, cells), .. LogicParts.Control(circuit), .. Registers(circuit)];
    }

    /// <summary>Lists the parts that hold the registers of weights and momentum, and the wires to them.</summary>
    public static IReadOnlyList<CircuitPart> Registers(ArchitectureModel circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return [.. RegisterParts.Storage(circuit), .. RegisterParts.Wires(circuit)];
    }

    /// <summary>What makes the streams of updates, multiplies and counts them.</summary>
    private static IEnumerable<CircuitPart> UpdateStreams(ArchitectureModel circuit, CellEnergies cells) => circuit.HasUpdateCells
        ?
        [
            .. CellParts.Cells(circuit), .. CellParts.Supply(circuit, cells), .. PeripheryParts.Periphery(circuit),
            .. LogicParts.Gates(circuit), .. LogicParts.Counting(circuit), .. LogicParts.Arithmetic(circuit), LogicParts.DriveCodes(circuit),
        ]
        :
        [
            .. GeneratorParts.Of(circuit, circuit.UpdateSource, LanePitchMillimetres),
            .. LogicParts.Gates(circuit), .. LogicParts.Counting(circuit), .. LogicParts.Arithmetic(circuit),
        ];
}
