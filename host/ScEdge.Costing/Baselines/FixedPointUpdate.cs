using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

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
    private const int Accesses = 4;

    /// <summary>Prices the unit.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">The stochastic circuit, which gives registers, storage, wires, controller and clock.</param>
    public FixedPointUpdate(CostLibrary library, ArchitectureModel circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        OperationCounts counts = new() { Numbers = 2, Multiplications = 2, RandomWords = 2, RegisterReads = 2, RegisterWrites = 2 };
        ArchitectureModel binary = circuit with
        {
            Products = null,
            UpdateSource = StreamSource.Rounding,
            Storage = circuit.Storage == StorageKind.Cbram ? StorageKind.Sram : circuit.Storage,
        };
        Parts = [.. CircuitParts.Of(binary, default).Select(part => new PricedPart(part, library, circuit.BoundLevels))];
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
}
