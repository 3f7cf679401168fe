using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Pricing;

/// <summary>Prices the counts of a step: action counts times reference figures.</summary>
/// <remarks>Formulas, sources and a worked example: hw-docs/power-model.md.</remarks>
public sealed class CostModel
{
    private const string LeakageDensity = "square-micrometre-of-logic";

    private readonly CellEnergies _energies;

    /// <summary>Creates the model of a circuit under a library.</summary>
    /// <exception cref="ScEdge.Cbram.InputException">The circuit has a number that cannot be used.</exception>
    public CostModel(CostLibrary library, ArchitectureModel circuit)
        : this(library, circuit?.Validated()!, null)
    {
    }

    /// <summary>Creates the model with energies that were integrated before; they depend on device and distribution only.</summary>
    internal CostModel(CostLibrary library, ArchitectureModel circuit, CellEnergies? energies)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(circuit);
        Library = library;
        Circuit = circuit;
        _energies = energies ?? CellEnergies.Of(circuit.Preset, circuit.Probabilities);
    }

    /// <summary>The library.</summary>
    public CostLibrary Library { get; }

    /// <summary>The circuit.</summary>
    public ArchitectureModel Circuit { get; }

    /// <summary>Time of a step; s.</summary>
    /// <remarks>
    /// t = ceil(C / L) (T_set + T_reset) + ceil(R / (L S)) T_read + ceil(Q / L) u / f: C lane cycles, R reads, Q numbers,
    /// L lanes, S sense amplifiers per lane, u cycles of an update, f clock. Phases of a lane do not overlap.
    /// </remarks>
    public double Seconds(OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        long readers = (long)Circuit.Lanes * Circuit.SenseAmplifiersPerLane;
        return (Rounds(counts.LaneCycles, Circuit.Lanes) * (Circuit.SetSlotSeconds + Circuit.Preset.ResetPulseWidth.Value))
            + (Rounds(counts.Reads, readers) * Circuit.ReadSlotSeconds)
            + (Rounds(counts.Numbers, Circuit.Lanes) * Circuit.UpdateCycles / Circuit.ClockHertz);
    }

    /// <summary>Prices a step.</summary>
    /// <param name="counts">What the optimiser did.</param>
    public CostReport Price(OperationCounts counts)
    {
        double seconds = Seconds(counts);
        CostRow[] rows = [.. ComponentInventory.List(Circuit, counts, _energies).Select(use => Row(use, seconds))];
        double stream = (double)counts.ResetPulses / Circuit.Cells;
        double stored = (double)(rows.FirstOrDefault(row => row.Name == ComponentInventory.StorageReset)?.Operations ?? 0) / Math.Max(1, Circuit.StoredBits);
        return new CostReport(Library, Circuit, rows, seconds, Math.Max(stream, stored));
    }

    private static double Rounds(long work, long workers) => (work / workers) + (work % workers == 0 ? 0 : 1);

    private CostRow Row(ComponentUse use, double seconds)
    {
        ComponentChoice? choice = use.Choices.FirstOrDefault(one => Library.Find(one.Component) is not null);
        LibraryEntry? entry = choice is null ? null : Library.Find(choice.Component);
        double multiple = choice?.Multiple ?? 1;
        double? area = use.HasNoBody ? 0 : use.GeometricAreaSquareMicrometres ?? (entry?.AreaAt40Nanometres * multiple);
        long? energy = use.HasNoEnergy ? 0 : use.DeviceEnergyAttojoules
            ?? (entry?.EnergyFemtojoules is { } femtojoules ? Attojoules.FromFemtojoules(femtojoules * multiple) : null);
        double? leakage = use.HasNoBody ? 0 : Leakage(use, entry, multiple);
        List<string> missing = [];
        Note(missing, "area", area is null && use.Instances > 0);
        Note(missing, "energy", energy is null && use.Operations > 0);
        Note(missing, "leakage", leakage is null && use.Instances > 0);
        double? leaked = leakage * use.Instances;
        return new CostRow(
            use.Name,
            use.Category,
            choice is null ? string.Join(" or ", use.Choices.Select(one => one.Component)) : multiple == 1 ? choice.Component : $"{multiple:G6} x {choice.Component}",
            use.Instances,
            use.Operations,
            area * use.Instances,
            energy,
            (Int128)use.Operations * (energy ?? 0),
            leaked,
            Attojoules.FromPower(leaked ?? 0, seconds),
            missing,
            use.Basis);
    }

    /// <summary>Leakage of an instance: the entry's, else its area times the library's leakage density; nW.</summary>
    private double? Leakage(ComponentUse use, LibraryEntry? entry, double multiple)
    {
        if (use.GeometricAreaSquareMicrometres is not null)
        {
            // A CBRAM cell without voltage does not leak; an SRAM cell does, and no source at hand says how much.
            return use.DeviceEnergyAttojoules is not null ? 0.0 : null;
        }

        double? own = entry?.LeakageNanowatts
            ?? (entry?.AreaSquareMicrometres * Library.Find(LeakageDensity)?.LeakageNanowatts);
        return own * multiple;
    }

    private static void Note(List<string> missing, string what, bool condition)
    {
        if (condition)
        {
            missing.Add(what);
        }
    }
}
