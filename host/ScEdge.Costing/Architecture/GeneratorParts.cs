using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Architecture;

/// <summary>What makes bits beside cells or in their place: comparators, sequences of random numbers, generators.</summary>
internal static class GeneratorParts
{
    /// <summary>Lists the parts; none where every bit leaves a cell.</summary>
    /// <param name="circuit">Circuit; a comparator in every lane.</param>
    /// <param name="source">Where the random numbers come from, and who shares them.</param>
    /// <param name="wireMillimetres">Wire of a broadcast number per comparator; mm.</param>
    public static IEnumerable<CircuitPart> Of(ArchitectureModel circuit, StreamSource source, double wireMillimetres)
    {
        if (source == StreamSource.OwnCells)
        {
            yield break;
        }

        // A random number meets as many comparators as there are lanes, and further numbers of a tensor take the sequence again; a generator for
        // every lane, what cells are to replace, serves its own comparator and is clocked once for every bit.
        bool isOwn = source == StreamSource.Counter;
        long Numbers(OperationCounts counts) =>
            isOwn ? ComparedBits(source, counts) : (ComparedBits(source, counts) + circuit.Lanes - 1) / circuit.Lanes;
        yield return CircuitPart.Of(
            "comparators", CostCategory.Logic, circuit.Lanes, counts => ComparedBits(source, counts), "a comparison per bit", "comparator-16");
        if (!isOwn)
        {
            yield return new("wires to comparators", CostCategory.Wire, 0)
            {
                Operations = counts => ComparedBits(source, counts),
                Choices = [new("wire-bit-millimetre", RandomSequence.Digits * wireMillimetres)],
                Basis = "a random number to every lane; length is an assumption",
            };
        }

        int generators = isOwn ? circuit.Lanes : source == StreamSource.SharedCells ? 0 : 2;
        (string name, ComponentChoice choice) = source switch
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
        if (source is StreamSource.Counter or StreamSource.Lfsr or StreamSource.Ramp)
        {
            yield return new("feedback and carries", CostCategory.Logic, generators)
            {
                Operations = Numbers,
                Choices = [new("nand2", 12)],
                Basis = "3 XOR of 4 NAND2, or two half adders of 6",
            };
        }
    }

    /// <summary>Bits that comparators make: all but those that leave cells; digits of shared cells are drawn at 1/2, a pulse each.</summary>
    public static long ComparedBits(StreamSource source, OperationCounts counts) => source switch
    {
        StreamSource.OwnCells => 0,
        StreamSource.SharedCells => counts.Bits - counts.SetPulses,
        _ => counts.Bits,
    };
}
