using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Experiments.Sweeps;

/// <summary>Names and values of objectives.</summary>
public static class SearchObjectives
{
    private static readonly Dictionary<string, SearchObjective> ByName = new()
    {
        ["accuracy"] = SearchObjective.Accuracy,
        ["energy"] = SearchObjective.Energy,
        ["update-energy"] = SearchObjective.UpdateEnergy,
    };

    /// <summary>Gets the names.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Returns the name of an objective.</summary>
    public static string NameOf(SearchObjective objective) => ByName.First(pair => pair.Value == objective).Key;

    /// <summary>Reads two objectives, such as <c>accuracy,energy</c>.</summary>
    /// <exception cref="InputException">They are not two of the names.</exception>
    public static IReadOnlyList<SearchObjective> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] names = text.Split(',');
        return names.Length == 2 && names[0] != names[1] && names.All(ByName.ContainsKey)
            ? [.. names.Select(static name => ByName[name])]
            : throw new InputException(
                $"A search cannot be for \"{text}\": give two of {string.Join(", ", Names)}, such as accuracy,energy.") { Setting = "optimize" };
    }

    /// <summary>Returns the value of a point, to be small.</summary>
    /// <exception cref="InputException">The point has no such figure.</exception>
    public static double ValueOf(SearchObjective objective, SweepSummary point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return objective switch
        {
            SearchObjective.Accuracy => -point.ValidationAccuracy ?? throw new InputException(
                $"The point {point.Point.Name} has no validation images, and a search never looks at the test images: leave out validation=0."),
            SearchObjective.Energy => Logarithm(point.EnergyAttojoules, point),
            _ => Logarithm(point.EnergyPerUpdateAttojoules, point),
        };
    }

    private static double Logarithm(double? attojoules, SweepSummary point) => attojoules is > 0 and { } energy
        ? Math.Log10(energy)
        : throw new InputException(
            $"The point {point.Point.Name} has no energy: leave out ledger=none, and trainings without stochastic circuits.");
}
