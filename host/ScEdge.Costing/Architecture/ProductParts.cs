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
    // Bits of a random number and of what it is compared with.
    private const int NumberBits = 16;

    public static IEnumerable<CircuitPart> Of(ArchitectureModel circuit, ProductArray products, CellEnergies cells) =>
    [
        .. products.HasCells ? Cells(circuit, cells) : [],
        .. Sequences(circuit, products), .. Products(products),
        .. products.Source == StreamSource.OwnCells ? (CircuitPart[])[LogicParts.DriveCodes(circuit)] : [],
        .. LogicParts.Control(circuit), .. Operands(circuit),
    ];

    /// <summary>Bits that comparators make: all but those that leave cells; digits of shared cells are drawn at 1/2, a pulse each.</summary>
    public static long ComparedBits(ProductArray products, OperationCounts counts) => products.Source switch
    {
        StreamSource.OwnCells => 0,
        StreamSource.SharedCells => counts.Bits - counts.SetPulses,
        _ => counts.Bits,
    };

    private static IEnumerable<CircuitPart> Cells(ArchitectureModel circuit, CellEnergies cells) =>
        [.. CellParts.Cells(circuit), .. CellParts.Supply(circuit, cells), .. PeripheryParts.Periphery(circuit)];

    private static IEnumerable<CircuitPart> Sequences(ArchitectureModel circuit, ProductArray products)
    {
        if (products.Source == StreamSource.OwnCells)
        {
            yield break;
        }

        if (products.Source == StreamSource.Counter)
        {
            foreach (CircuitPart part in OwnGenerators(circuit))
            {
                yield return part;
            }

            yield break;
        }

        // One random number meets as many comparators as there are lanes; further numbers of a tensor take the sequence again.
        long Numbers(OperationCounts counts) => (ComparedBits(products, counts) + circuit.Lanes - 1) / circuit.Lanes;
        yield return CircuitPart.Of(
            "comparators", CostCategory.Logic, circuit.Lanes, counts => ComparedBits(products, counts), "a comparison per bit", "comparator-16");
        yield return new("wires to comparators", CostCategory.Wire, 0)
        {
            Operations = counts => ComparedBits(products, counts),
            Choices = [new("wire-bit-millimetre", NumberBits * products.WireMillimetres)],
            Basis = "a random number to every lane; length is an assumption",
        };
        (string name, ComponentChoice choice) = products.Source switch
        {
            StreamSource.SharedCells => ("sequence buffer", new ComponentChoice("sram-access-32")),
            StreamSource.Lfsr => ("shift registers", new ComponentChoice("d-flip-flop", NumberBits + 1)),
            StreamSource.Sobol => ("Sobol generators", new ComponentChoice("sobol-rng-8", NumberBits / 8)),
            _ => ("ramp counters", new ComponentChoice("d-flip-flop", NumberBits)),
        };
        yield return new(name, CostCategory.Logic, products.Source == StreamSource.SharedCells ? 0 : 2)
        {
            Operations = Numbers,
            Choices = [choice],
            Basis = "a number for all lanes at a time, two operands",
        };
        if (products.Source is StreamSource.Lfsr or StreamSource.Ramp)
        {
            yield return new("feedback and carries", CostCategory.Logic, 2)
            {
                Operations = Numbers,
                Choices = [new("nand2", 12)],
                Basis = "3 XOR of 4 NAND2, or two half adders of 6",
            };
        }
    }

    /// <summary>A shift register and a comparator for every lane, clocked once for every bit: the generator that cells are to replace.</summary>
    private static IEnumerable<CircuitPart> OwnGenerators(ArchitectureModel circuit)
    {
        yield return CircuitPart.Of(
            "comparators", CostCategory.Logic, circuit.Lanes, static counts => counts.Bits, "a comparison per bit", "comparator-16");
        yield return new("shift registers", CostCategory.Logic, circuit.Lanes)
        {
            Operations = static counts => counts.Bits,
            Choices = [new("d-flip-flop", NumberBits)],
            Basis = "a random number of 16 bits for every bit of a stream",
        };
        yield return new("feedback and carries", CostCategory.Logic, circuit.Lanes)
        {
            Operations = static counts => counts.Bits,
            Choices = [new("nand2", 12)],
            Basis = "3 XOR of 4 NAND2",
        };
    }

    private static IEnumerable<CircuitPart> Products(ProductArray products)
    {
        yield return new("AND gates", CostCategory.Logic, products.Gates)
        {
            Operations = static counts => counts.AndOperations,
            Choices = [new("and-multiplier"), new("nand2", 2)],
        };
        yield return new("wires to gates", CostCategory.Wire, 0)
        {
            Operations = static counts => counts.AndOperations,
            Choices = [new("wire-bit-millimetre", 2 * products.WireMillimetres)],
            Basis = "both operands; length is an assumption",
        };
        yield return new("parallel counters", CostCategory.Logic, products.Gates)
        {
            Operations = static counts => counts.AndOperations,
            Choices = [new("scaled-parallel-counter-16", 1.0 / 16), new("adder-int8", 1.0 / 8)],
            Basis = "per counted bit a sixteenth of a counter with accumulator, or a full adder",
        };
    }

    private static IEnumerable<CircuitPart> Operands(ArchitectureModel circuit)
    {
        yield return CircuitPart.Of(
            "SRAM accesses", CostCategory.Storage, 0, static counts => 2 * counts.Numbers, "a number is written once and read once",
            "sram-access-32");
        if (circuit.WireMillimetres > 0)
        {
            yield return new("wires", CostCategory.Wire, 0)
            {
                Operations = static counts => 2 * NumberBits * counts.Numbers,
                Choices = [new("wire-bit-millimetre", circuit.WireMillimetres)],
                Basis = FormattableString.Invariant($"{circuit.WireMillimetres:G3} mm per bit, an assumption"),
            };
        }
    }
}
