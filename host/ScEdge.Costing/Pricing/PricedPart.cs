using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Pricing;

/// <summary>A part of the circuit with the figures that one library has for it, and bounds for those that it lacks.</summary>
public sealed class PricedPart
{
    private readonly ComponentPrice? _price;
    private readonly long _attojoules;

    internal PricedPart(CircuitPart part, CostLibrary library, BoundLevels levels)
    {
        Part = part;
        _price = part.Choices.Count == 0 ? null : ComponentPrice.Of(library, levels, part.Choices);
        AreaSquareMicrometres = part.Instances * (part.GeometricAreaSquareMicrometres ?? _price?.AreaSquareMicrometres ?? 0);
        LeakageNanowatts = part.Instances * (_price?.LeakageNanowatts ?? 0);
        _attojoules = Attojoules.FromFemtojoules(_price?.EnergyFemtojoules ?? 0);
    }

    /// <summary>The part.</summary>
    public CircuitPart Part { get; }

    /// <summary>Component that prices it, with its multiple; empty for cells.</summary>
    public string Component => _price is null ? "" : Multiple == 1 ? _price.Component : $"{Multiple:G6} x {_price.Component}";

    /// <summary>Component with a figure between two ends, those of the library or bounds in its place; null where all are numbers.</summary>
    public string? UncertainComponent => _price?.IsUncertain == true ? _price.Component : null;

    /// <summary>Area of all instances at 40 nm; um2.</summary>
    public double AreaSquareMicrometres { get; }

    /// <summary>Leakage of all instances; nW. A CBRAM cell without voltage does not leak.</summary>
    public double LeakageNanowatts { get; }

    /// <summary>Figures of the part that the library lacks and that lie within bounds: "area", "energy", "leakage".</summary>
    public IReadOnlyList<string> Bounded => _price is null ? [] :
        [.. _price.Bounded.Where(figure => figure == "energy" ? Part.Operations is not null : Part.Instances > 0)];

    private double Multiple => Part.Choices.First(choice => choice.Component == _price!.Component).Multiple;

    /// <summary>Energy of one operation; aJ.</summary>
    /// <param name="cells">Energies of the cells.</param>
    public long EnergyAttojoules(CellEnergies cells) => Part.DeviceEnergyAttojoules is { } device ? device(cells) : _attojoules;

    /// <summary>Uses of the part in a step.</summary>
    public long Operations(OperationCounts counts) => Part.Operations is { } operations ? operations(counts) : 0;
}
