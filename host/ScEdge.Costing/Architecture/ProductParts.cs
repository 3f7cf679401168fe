using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Architecture;

/// <summary>The parts of the circuit of the passes: generators, gates, parallel counters, operands.</summary>
/// <remarks>Rectifier, maximum and the search for a scale, an operation per number of a map, are left out.</remarks>
internal static class ProductParts
{
    public static IEnumerable<CircuitPart> Of(ArchitectureModel circuit, ProductArray products, CellEnergies cells) =>
        products.Source == StreamSource.Rounding
        ? [.. FixedPointParts.Products(circuit), .. LogicParts.Control(circuit), .. Operands(circuit)]
        : Streams(circuit, products, cells);

    private static IEnumerable<CircuitPart> Streams(ArchitectureModel circuit, ProductArray products, CellEnergies cells) =>
    [
        .. products.HasCells ? Cells(circuit, cells) : [],
        .. GeneratorParts.Of(circuit, products.Source, products.WireMillimetres), .. Products(products),
        .. products.Source == StreamSource.OwnCells ? (CircuitPart[])[LogicParts.DriveCodes(circuit)] : [],
        Scalers(circuit), .. LogicParts.Control(circuit), .. Operands(circuit),
    ];

    /// <summary>Bits that go through the gates of products, each counted.</summary>
    public static long GateBits(OperationCounts counts) => counts.AndOperations + counts.XnorOperations;

    private static IEnumerable<CircuitPart> Cells(ArchitectureModel circuit, CellEnergies cells) =>
        [.. CellParts.Cells(circuit), .. CellParts.Supply(circuit, cells), .. PeripheryParts.Periphery(circuit)];

    private static IEnumerable<CircuitPart> Products(ProductArray products)
    {
        bool isBipolar = products.Encoding == PassEncoding.Bipolar;
        yield return new(isBipolar ? "XNOR gates" : "AND gates", CostCategory.Logic, products.Gates)
        {
            Operations = GateBits,
            Choices = isBipolar ? [new("xnor-multiplier"), new("nand2", 4)] : [new("and-multiplier"), new("nand2", 2)],
        };
        yield return new("wires to gates", CostCategory.Wire, 0)
        {
            Operations = GateBits,
            Choices = [new("wire-bit-millimetre", 2 * products.WireMillimetres)],
            Basis = "both operands; length is an assumption",
        };
        yield return new("parallel counters", CostCategory.Logic, products.Gates)
        {
            Operations = GateBits,
            Choices = [new("scaled-parallel-counter-16", 1.0 / 16), new("adder-int8", 1.0 / 8)],
            Basis = "per counted bit a sixteenth of a counter with accumulator, or a full adder",
        };
    }

    private static CircuitPart Scalers(ArchitectureModel circuit) => CircuitPart.Of(
        "scalers",
        CostCategory.Logic,
        circuit.Lanes,
        static counts => 2 * counts.Numbers,
        "8 / g where a number becomes a probability, ga gb where it was a sum",
        "scaler");

    private static IEnumerable<CircuitPart> Operands(ArchitectureModel circuit)
    {
        yield return CircuitPart.Of(
            "SRAM accesses", CostCategory.Storage, 0, static counts => 2 * counts.Numbers, "a number is written once and read once",
            "sram-access-32");
        if (circuit.WireMillimetres > 0)
        {
            yield return new("wires", CostCategory.Wire, 0)
            {
                Operations = static counts => 2 * RandomSequence.Digits * counts.Numbers,
                Choices = [new("wire-bit-millimetre", circuit.WireMillimetres)],
                Basis = FormattableString.Invariant($"{circuit.WireMillimetres:G3} mm per bit, an assumption"),
            };
        }
    }
}
