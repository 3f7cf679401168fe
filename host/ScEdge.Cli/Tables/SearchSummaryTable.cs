using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Sweeps;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What the methods of a search came to, as text and as JSON.
/// </summary>
/// <param name="search">The search.</param>
internal sealed class SearchSummaryTable(SearchOutcome search)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Objectives = search.Settings.Objectives.Select(SearchObjectives.NameOf),
        search.Settings.Budget,
        search.Settings.Population,
        search.Settings.Seed,
        Methods = search.Methods.Select(static method => new
        {
            method.Name,
            method.Hypervolume,
            Points = method.Points.Select(static point => new { point.Summary.Point.Name, point.Generation, point.Hypervolume }),
        }),
    };

    /// <summary>Writes a row for each method.</summary>
    public void Write(IAnsiConsole console)
    {
        TextTable table = new(1, "method", "points", "generations", "hypervolume", "half the points");
        foreach (SearchedMethod method in search.Methods.Where(static method => method.Points.Count > 0))
        {
            table.Add(
                method.Name,
                $"{method.Points.Count}",
                $"{method.Points[^1].Generation}",
                $"{method.Hypervolume:F4}",
                $"{method.Points[(method.Points.Count - 1) / 2].Hypervolume:F4}");
        }

        console.Write(table);
        console.WriteLine(
            $"Share of the plane of {string.Join(" and ", search.Settings.Objectives.Select(SearchObjectives.NameOf))} "
            + "that the points dominate, on the validation images; comparable within this search alone. Point by point: search.csv");
    }
}
