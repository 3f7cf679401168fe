using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Baselines;

/// <summary>The same optimiser in binary: fixed point with stochastic rounding, on registers of equal width.</summary>
/// <remarks>
/// v = mu v + g and w = w - eta v, each product rounded by adding random bits below its last place: two multiplications of 16 bits, four
/// additions (two of sums, two of rounding bits), 16 random bits per rounding from a shift register that advances 16 places a clock (3 XOR of 4
/// NAND2 each per place), v and w read and written once. Registers are stored as in the stochastic circuit. One lane makes an update in as many
/// clocks as it has accesses; that is faster than the stochastic circuit with hundreds of lanes, so one is what is compared.
/// </remarks>
public sealed class FixedPointUpdate
{
    private const int Multiplications = 2;
    private const int Additions = 4;
    private const int Roundings = 2;
    private const int RandomBits = 16;
    private const int Accesses = 4;

    /// <summary>Prices the unit.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">The stochastic circuit, which gives registers, storage, wires, controller and clock.</param>
    public FixedPointUpdate(CostLibrary library, ArchitectureModel circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        OperationCounts counts = new() { Numbers = 1, RegisterReads = 2, RegisterWrites = 2 };
        Parts = [.. PartsOf(circuit).Select(part => new PricedPart(part, library, circuit.BoundLevels))];
        AreaSquareMicrometres = Parts.Sum(static part => part.AreaSquareMicrometres) / circuit.Utilisation;
        LeakageNanowatts = Parts.Sum(static part => part.LeakageNanowatts);
        UpdatesPerSecond = circuit.ClockHertz / Accesses;
        double dynamic = Parts.Sum(part => (double)part.Operations(counts) * part.EnergyAttojoules(default));
        AttojoulesPerUpdate = dynamic + (LeakageNanowatts * 1e9 / UpdatesPerSecond);
    }

    /// <summary>Gets the parts.</summary>
    public IReadOnlyList<PricedPart> Parts { get; }

    /// <summary>Gets the energy of an update, leakage at full speed included; aJ.</summary>
    public double AttojoulesPerUpdate { get; }

    /// <summary>Gets the area, registers included; um2 at 40 nm.</summary>
    public double AreaSquareMicrometres { get; }

    /// <summary>Gets the leakage; nW.</summary>
    public double LeakageNanowatts { get; }

    /// <summary>Gets the updates per second at full speed.</summary>
    public double UpdatesPerSecond { get; }

    private static IEnumerable<CircuitPart> PartsOf(ArchitectureModel circuit)
    {
        int gates = 4 * 3 * RandomBits;
        return
        [
            CircuitPart.Of(
                "multiplier", CostCategory.Logic, 1, static counts => Multiplications * counts.Numbers, "mu v and eta v", "multiplier-int16"),
            Adders,
            CircuitPart.Of(
                "random bits", CostCategory.Logic, RandomBits, static counts => Roundings * RandomBits * counts.Numbers, "shift register",
                "d-flip-flop"),
            CircuitPart.Of(
                "feedback of the random bits", CostCategory.Logic, gates, counts => Roundings * gates / 2 * counts.Numbers,
                "3 XOR per bit; every second gate switches", "nand2"),
            CircuitPart.Of(
                "operand registers", CostCategory.Logic, 2 * circuit.RegisterBits, counts => 2 * circuit.RegisterBits * counts.Numbers,
                "v and w", "d-flip-flop"),
            CircuitPart.Of(
                "controller", CostCategory.Logic, circuit.ControllerGates, counts => Accesses * circuit.ControllerGatesPerCommand * counts.Numbers,
                "as in the stochastic circuit, a command per access", "nand2"),
            .. CircuitParts.Registers(circuit with { Storage = circuit.Storage == StorageKind.Cbram ? StorageKind.Sram : circuit.Storage }),
        ];
    }

    private static CircuitPart Adders => new("adders", CostCategory.Logic, Additions)
    {
        Operations = static counts => Additions * counts.Numbers,
        Choices = [new("adder-int16"), new("adder-int8", 2)],
        Basis = "two sums, two roundings",
    };
}
