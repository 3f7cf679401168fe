using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Pricing;

/// <summary>What some components cost under a library, with bounds in place of what it lacks.</summary>
/// <param name="Component">Component.</param>
/// <param name="AreaSquareMicrometres">Area at 40 nm; um2; null where the component has none of its own.</param>
/// <param name="EnergyFemtojoules">Energy of an operation; fJ; null where it has none of its own.</param>
/// <param name="LeakageNanowatts">Leakage; nW; null where it has no area.</param>
/// <param name="Bounded">Figures that the library lacks and that lie within bounds: "area", "energy", "leakage".</param>
internal sealed record ComponentPrice(
    string Component, double? AreaSquareMicrometres, double? EnergyFemtojoules, double? LeakageNanowatts, IReadOnlyList<string> Bounded)
{
    /// <summary>Gets whether a figure lies between two ends, those of the library or bounds in its place.</summary>
    public bool IsUncertain { get; private init; }


    /// <summary>Prices the first of some ways to build a part whose component the library has, or the first of all.</summary>
    /// <param name="library">Library.</param>
    /// <param name="levels">Where between their bounds the components lie that it lacks.</param>
    /// <param name="choices">Ways to build the part; at least one.</param>
    public static ComponentPrice Of(CostLibrary library, BoundLevels levels, IReadOnlyList<ComponentChoice> choices)
    {
        ComponentChoice choice = choices.FirstOrDefault(one => library.Find(one.Component) is not null) ?? choices[0];
        LibraryEntry? entry = library.Find(choice.Component);
        ComponentBound? bound = ComponentBounds.Find(choice.Component);
        double level = levels.Of(choice.Component);
        List<string> bounded = [];
        double? Figure(double? known, Span? span, Bound? within, string name)
        {
            if (known is null && within is { } bounds && bounds.High > bounds.Low)
            {
                bounded.Add(name);
            }

            return span?.At(level) ?? known ?? within?.At(level);
        }

        double? area = Figure(entry?.AreaAt40Nanometres, entry?.AreaSpanAt40Nanometres, bound?.AreaSquareMicrometres, "area");
        double? energy = Figure(entry?.EnergyFemtojoules, entry?.EnergySpan, bound?.EnergyFemtojoules, "energy");
        double? leakage = Figure(entry?.LeakageNanowatts, entry?.LeakageSpan, bound?.LeakageNanowatts, "leakage")
            ?? (area is { } own ? own * Density(library, levels, bounded) : null);
        return new(choice.Component, area * choice.Multiple, energy * choice.Multiple, leakage * choice.Multiple, bounded)
        {
            IsUncertain = bounded.Count > 0 || entry?.HasSpan == true,
        };
    }

    /// <summary>Leakage of a square micrometre of logic; nW.</summary>
    private static double Density(CostLibrary library, BoundLevels levels, List<string> bounded)
    {
        if (library.Find(ComponentBounds.LeakageDensity) is { LeakageNanowatts: { } known } density)
        {
            return density.LeakageSpan?.At(levels.Of(ComponentBounds.LeakageDensity)) ?? known;
        }

        bounded.Add("leakage");
        return ComponentBounds.Find(ComponentBounds.LeakageDensity)!.LeakageNanowatts!.At(levels.Of(ComponentBounds.LeakageDensity));
    }
}
