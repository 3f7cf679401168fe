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

    /// <summary>Bits that go through the gates of products, each counted.</summary>
    public static long GateBits(OperationCounts counts) => counts.AndOperations + counts.XnorOperations;

    private static IEnumerable<CircuitPart> Cells(ArchitectureModel circuit, CellEnergies cells) =>
        [.. CellParts.Cells(circuit), .. CellParts.Supply(circuit, cells), .. PeripheryParts.Periphery(circuit)];

    private static IEnumerable<CircuitPart> Sequences(ArchitectureModel circuit, ProductArray products)
    {
        if (products.Source == StreamSource.OwnCells)
        {
            yield break;
        }

        // A random number meets as many comparators as there are lanes, and further numbers of a tensor take the sequence again; a generator for
        // every lane, what cells are to replace, serves its own comparator and is clocked once for every bit.
        bool isOwn = products.Source == StreamSource.Counter;
        long Numbers(OperationCounts counts) =>
            isOwn ? ComparedBits(products, counts) : (ComparedBits(products, counts) + circuit.Lanes - 1) / circuit.Lanes;
        yield return CircuitPart.Of(
            "comparators", CostCategory.Logic, circuit.Lanes, counts => ComparedBits(products, counts), "a comparison per bit", "comparator-16");
        if (!isOwn)
        {
            yield return new("wires to comparators", CostCategory.Wire, 0)
            {
                Operations = counts => ComparedBits(products, counts),
                Choices = [new("wire-bit-millimetre", RandomSequence.Digits * products.WireMillimetres)],
                Basis = "a random number to every lane; length is an assumption",
            };
        }

        int generators = isOwn ? circuit.Lanes : products.Source == StreamSource.SharedCells ? 0 : 2;
        (string name, ComponentChoice choice) = products.Source switch
        {
            StreamSource.SharedCells => ("sequence buffer", new ComponentChoice("sram-access-32")),
            StreamSource.Counter => ("shift registers", new ComponentChoice("d-flip-flop", RandomSequence.Digits)),
            StreamSource.Lfsr => ("shift registers", new ComponentChoice("d-flip-flop", RandomSequence.Digits + 1)),
            StreamSource.Sobol => ("Sobol generators", new ComponentChoice("sobol-rng-8", RandomSequence.Digits / 8)),
            _ => ("ramp counters", new ComponentChoice("d-flip-flop", RandomSequence.Digits)),
        };
        yield return new(name, CostCategory.Logic, generators)
        {
            Operations = Numbers,
            Choices = [choice],
            Basis = isOwn ? "a random number for every bit of a stream" : "a number for all lanes at a time, two operands",
        };
        if (products.Source is StreamSource.Counter or StreamSource.Lfsr or StreamSource.Ramp)
        {
            yield return new("feedback and carries", CostCategory.Logic, generators)
            {
                Operations = Numbers,
                Choices = [new("nand2", 12)],
                Basis = "3 XOR of 4 NAND2, or two half adders of 6",
            };
        }
    }

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
