using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Pricing;

/// <summary>A part of the circuit with the figures that one library has for it.</summary>
public sealed class PricedPart
{
    private const string LeakageDensity = "square-micrometre-of-logic";

    private readonly LibraryEntry? _entry;
    private readonly double _multiple;
    private readonly long _libraryAttojoules;

    internal PricedPart(CircuitPart part, CostLibrary library)
    {
        Part = part;
        ComponentChoice? choice = part.Choices.FirstOrDefault(one => library.Find(one.Component) is not null);
        _entry = choice is null ? null : library.Find(choice.Component);
        _multiple = choice?.Multiple ?? 1;
        Component = choice is null
            ? string.Join(" or ", part.Choices.Select(one => one.Component))
            : _multiple == 1 ? choice.Component : $"{_multiple:G6} x {choice.Component}";
        AreaSquareMicrometres = part.HasNoBody ? 0 : part.Instances * (part.GeometricAreaSquareMicrometres ?? (_entry?.AreaAt40Nanometres * _multiple));
        LeakageNanowatts = part.HasNoBody ? 0 : part.Instances * LeakageOfOne(library);
        _libraryAttojoules = _entry?.EnergyFemtojoules is { } femtojoules ? Attojoules.FromFemtojoules(femtojoules * _multiple) : 0;
        HasEnergy = part.DeviceEnergyAttojoules is not null || _entry?.EnergyFemtojoules is not null;
    }

    /// <summary>The part.</summary>
    public CircuitPart Part { get; }

    /// <summary>Component of the library that prices it, with its multiple; the candidates where the library has none.</summary>
    public string Component { get; }

    /// <summary>Area of all instances at 40 nm; um2; null where the library has none.</summary>
    public double? AreaSquareMicrometres { get; }

    /// <summary>Leakage of all instances; nW; null where the library has none.</summary>
    public double? LeakageNanowatts { get; }

    /// <summary>Whether an operation has a price.</summary>
    public bool HasEnergy { get; }

    /// <summary>Energy of one operation; aJ; zero where the library has none.</summary>
    /// <param name="cells">Energies of the cells.</param>
    public long EnergyAttojoules(CellEnergies cells) => Part.DeviceEnergyAttojoules is { } device ? device(cells) : _libraryAttojoules;

    /// <summary>Uses of the part in a step.</summary>
    public long Operations(OperationCounts counts) => Part.Operations is { } operations ? operations(counts) : 0;

    /// <summary>Figures that the part needs and the library lacks.</summary>
    /// <param name="isUsed">Whether it has operations, which need an energy.</param>
    public IReadOnlyList<string> Missing(bool isUsed)
    {
        List<string> missing = [];
        Note(missing, "area", AreaSquareMicrometres is null && Part.Instances > 0);
        Note(missing, "energy", isUsed && !HasEnergy);
        Note(missing, "leakage", LeakageNanowatts is null && Part.Instances > 0);
        return missing;
    }

    /// <summary>Leakage of an instance: the entry's, else its area times the library's leakage density; nW.</summary>
    private double? LeakageOfOne(CostLibrary library)
    {
        if (Part.GeometricAreaSquareMicrometres is not null)
        {
            // A CBRAM cell without voltage does not leak; an SRAM cell does, and no source at hand says how much.
            return Part.DeviceEnergyAttojoules is not null ? 0.0 : null;
        }

        double? own = _entry?.LeakageNanowatts
            ?? (_entry?.AreaSquareMicrometres * library.Find(LeakageDensity)?.LeakageNanowatts);
        return own * _multiple;
    }

    private static void Note(List<string> missing, string what, bool condition)
    {
        if (condition)
        {
            missing.Add(what);
        }
    }
}
