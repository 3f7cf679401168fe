using System.Collections.Generic;

namespace ScEdge.Costing.Architecture;

/// <summary>The parts of circuits in fixed point with stochastic rounding, which streams are held against.</summary>
/// <remarks>
/// Random bits come from a shift register that advances by all of them a clock: a flip-flop and 3 XOR of 4 NAND2 each, every second gate switching.
/// </remarks>
internal static class FixedPointParts
{
    // A rounding word of the passes, and what a register of 16 bits is rounded by.
    private const int WordBits = 32;
    private const int RegisterRoundingBits = 16;

    /// <summary>Side of a multiplier of 16 bits with its accumulator; mm; about the root of 2,000 um2 (assumption).</summary>
    private const double MultiplierMillimetres = 0.045;

    /// <summary>Lists what makes the products of the passes: a multiplier of 16 bits with an accumulator of 32 in every lane.</summary>
    public static IEnumerable<CircuitPart> Products(ArchitectureModel circuit) =>
    [
        Multipliers(circuit.Lanes, "a product"),
        new("wires to multipliers", CostCategory.Wire, 0)
        {
            Operations = static counts => counts.Multiplications,
            Choices = [new("wire-bit-millimetre", 2 * 16 * MultiplierMillimetres)],
            Basis = "both operands; length is an assumption",
        },
        new("accumulators", CostCategory.Logic, circuit.Lanes)
        {
            Operations = static counts => counts.Multiplications + counts.RandomWords,
            Choices = [new("adder-int32"), new("adder-int16", 2), new("adder-int8", 4)],
            Basis = "an addition per product, and one of random bits per sum",
        },
        .. RandomBits(circuit.Lanes, WordBits),
    ];

    /// <summary>Lists what updates registers, without the registers themselves: one lane, an access to a register a clock.</summary>
    /// <remarks>
    /// A division is counted as a multiplication: an array divider has as many rows of adders. Of the two additions per number one is a sum, one
    /// adds random bits.
    /// </remarks>
    public static IEnumerable<CircuitPart> Updates(ArchitectureModel circuit) =>
    [
        Multipliers(1, "mu v and eta v"),
        new("adders", CostCategory.Logic, 4)
        {
            Operations = static counts => 2 * counts.Numbers,
            Choices = [new("adder-int16"), new("adder-int8", 2)],
            Basis = "a sum and a rounding per number",
        },
        .. RandomBits(1, RegisterRoundingBits),
        CircuitPart.Of(
            "operand registers", CostCategory.Logic, 2 * circuit.RegisterBits, counts => circuit.RegisterBits * counts.Numbers, "v and w",
            "d-flip-flop"),
        CircuitPart.Of(
            "controller", CostCategory.Logic, circuit.ControllerGates,
            counts => (counts.RegisterReads + counts.RegisterWrites) * circuit.ControllerGatesPerCommand,
            "as in the stochastic circuit, a command per access", "nand2"),
    ];

    private static CircuitPart Multipliers(int instances, string basis) => CircuitPart.Of(
        "multiplier", CostCategory.Logic, instances, static counts => counts.Multiplications, basis, "multiplier-int16");

    private static IEnumerable<CircuitPart> RandomBits(int words, int bits)
    {
        int gates = 4 * 3 * bits;
        yield return CircuitPart.Of(
            "random bits", CostCategory.Logic, (long)words * bits, counts => bits * counts.RandomWords, "shift register", "d-flip-flop");
        yield return CircuitPart.Of(
            "feedback of the random bits", CostCategory.Logic, (long)words * gates, counts => gates / 2 * counts.RandomWords,
            "3 XOR per bit; every second gate switches", "nand2");
    }
}
