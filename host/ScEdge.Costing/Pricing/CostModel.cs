using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Pricing;

/// <summary>Prices the counts of a step: action counts times reference figures.</summary>
/// <remarks>Formulas, sources and a worked example: hw-docs/power-model.md.</remarks>
public sealed class CostModel
{
    private readonly double _writeSeconds;
    private readonly double _readSeconds;
    private readonly double _updateSeconds;

    /// <summary>Creates the model of a circuit under a library.</summary>
    /// <exception cref="InputException">The circuit has a number that cannot be used.</exception>
    public CostModel(CostLibrary library, ArchitectureModel circuit)
        : this(library, circuit?.Validated()!, default(CellEnergies?))
    {
    }

    /// <summary>Creates the model of a valid circuit with the energies of a table.</summary>
    public CostModel(CostLibrary library, ArchitectureModel circuit, CellEnergyTable energies)
        : this(library, circuit, energies?.Of(circuit.Preset, circuit.Probabilities, circuit.ResetConduction))
    {
    }

    /// <summary>Creates the model with energies that were integrated before; they depend on device and distribution only.</summary>
    internal CostModel(CostLibrary library, ArchitectureModel circuit, CellEnergies? energies)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(circuit);
        Library = library;
        Circuit = circuit;
        Cells = energies ?? CellEnergies.Of(circuit.Preset, circuit.Probabilities, circuit.ResetConduction);
        _writeSeconds = circuit.SetSlotSeconds + circuit.Preset.ResetPulseWidth.Value;
        _readSeconds = circuit.ReadSlotSeconds;
        _updateSeconds = circuit.UpdateCycles / circuit.ClockHertz;
        Parts = [.. CircuitParts.Of(circuit, Cells).Select(part => new PricedPart(part, library, circuit.BoundLevels))];
    }

    /// <summary>The library.</summary>
    public CostLibrary Library { get; }

    /// <summary>The circuit.</summary>
    public ArchitectureModel Circuit { get; }

    /// <summary>Energies of the cells.</summary>
    public CellEnergies Cells { get; }

    /// <summary>The parts of the circuit with their figures.</summary>
    public IReadOnlyList<PricedPart> Parts { get; }

    /// <summary>The parts with figures that the library lacks and that lie within bounds.</summary>
    public IEnumerable<BoundedPart> Bounded =>
        from part in Parts where part.Bounded.Count > 0 select new BoundedPart(part.Part.Name, part.Bounded);

    /// <summary>Area of the circuit, that of all parts over the share of the chip that they fill; um2 at 40 nm.</summary>
    public double AreaSquareMicrometres => Parts.Sum(static part => part.AreaSquareMicrometres) / Circuit.Utilisation;

    /// <summary>Leakage of all parts; nW.</summary>
    public double LeakageNanowatts => Parts.Sum(static part => part.LeakageNanowatts);

    /// <summary>Time of a step; s.</summary>
    /// <remarks>
    /// t = ceil(C / L) (T_set + T_reset) + ceil(R / (L S)) T_read + ceil(Q / L) u / f: C lane cycles, R reads, Q numbers,
    /// L lanes, S sense amplifiers per lane, u cycles of an update, f clock. Phases of a lane do not overlap. In passes ceil(B / L) / f for B
    /// compared bits and ceil(A / G) / f for A operations on G gates come to it; they too are taken one after the other. Updates without cells
    /// take ceil(B / L) / f for their bits. In fixed point products take ceil(M / L) / f for M multiplications, updates a clock for each access to
    /// a register, of one lane.
    /// </remarks>
    public double Seconds(OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (Circuit.IsBinary && Circuit.Products is null)
        {
            return (counts.RegisterReads + counts.RegisterWrites) / Circuit.ClockHertz;
        }

        return (Rounds(counts.LaneCycles, Circuit.Lanes) * _writeSeconds)
            + (Rounds(counts.Reads, Circuit.BitPaths) * _readSeconds)
            + (Rounds(counts.Numbers, Circuit.Lanes) * _updateSeconds)
            + (Circuit.Products is { } products ? ProductSeconds(products, counts)
                : Rounds(GeneratorParts.ComparedBits(Circuit.UpdateSource, counts), Circuit.Lanes) / Circuit.ClockHertz);
    }

    /// <summary>Prices a step.</summary>
    /// <param name="counts">What the optimiser did.</param>
    /// <exception cref="ArgumentException">The counts have operations of gates that the circuit lacks.</exception>
    public CostReport Price(OperationCounts counts)
    {
        RequireGates(counts);
        double seconds = Seconds(counts);
        CostRow[] rows = [.. Parts.Select(part => Row(part, counts, seconds))];
        double stream = (double)counts.ResetPulses / Circuit.Cells;
        long storedResets = rows.FirstOrDefault(row => row.Name == CircuitParts.StorageReset)?.Operations ?? 0;
        double stored = (double)storedResets / Math.Max(1, Circuit.StoredBits);
        return new CostReport(Library, Circuit, rows, seconds, Math.Max(stream, stored));
    }

    /// <summary>Refuses counts of gates that the circuit lacks, which would cost nothing.</summary>
    internal void RequireGates(OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Multiplications > 0 && !Circuit.IsBinary)
        {
            throw new ArgumentException("The counts hold multiplications, for which a circuit of streams has no multiplier.", nameof(counts));
        }

        StreamGates used = (counts.AndOperations > 0 ? StreamGates.And : 0)
            | (counts.XnorOperations > 0 ? StreamGates.Xnor : 0)
            | (counts.MuxOperations > 0 ? StreamGates.Multiplexer : 0);
        if ((used & ~Circuit.Gates) != 0)
        {
            throw new ArgumentException(
                $"The counts hold operations of {used & ~Circuit.Gates} gates, which the circuit does not have.", nameof(counts));
        }
    }

    private double ProductSeconds(ProductArray products, OperationCounts counts) =>
        (Rounds(GeneratorParts.ComparedBits(products.Source, counts), Circuit.Lanes)
            + Rounds(ProductParts.GateBits(counts), products.Gates)
            + Rounds(counts.Multiplications, Circuit.Lanes)) / Circuit.ClockHertz;

    private static double Rounds(long work, long workers) => (work / workers) + (work % workers == 0 ? 0 : 1);

    private CostRow Row(PricedPart priced, OperationCounts counts, double seconds)
    {
        CircuitPart part = priced.Part;
        long operations = priced.Operations(counts);
        long energy = priced.EnergyAttojoules(Cells);
        return new CostRow(
            part.Name,
            part.Category,
            priced.Component,
            part.Instances,
            operations,
            priced.AreaSquareMicrometres,
            part.Operations is null ? null : energy,
            (Int128)operations * energy,
            priced.LeakageNanowatts,
            Attojoules.FromPower(priced.LeakageNanowatts, seconds),
            priced.Bounded,
            part.Basis);
    }
}
