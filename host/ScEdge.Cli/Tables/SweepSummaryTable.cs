using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Sweeps;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The points of a sweep as text and as JSON.
/// </summary>
/// <param name="outcome">The sweep.</param>
/// <param name="search">The search that it was; null where all of a plan was trained.</param>
/// <param name="folder">Its folder.</param>
internal sealed class SweepSummaryTable(SweepOutcome outcome, SearchOutcome? search, string folder)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Folder = folder,
        outcome.Left,
        Points = outcome.Summaries.Select(static point => new
        {
            point.Point.Name,
            Settings = point.Point.Own.Select(static setting => new { setting.Name, Value = setting.Value.ToString() }),
            Seeds = point.Rows.Select(static row => row.Training.Seed),
            TestAccuracy = point.Rows.Select(static row => row.TestAccuracy),
            ValidationAccuracy = point.Rows.Select(static row => row.ValidationAccuracy),
            point.EnergyPerUpdateAttojoules,
            point.EnergyAttojoules,
            OnFront = point.IsOnFront,
        }),
        Failures = outcome.Failures.Select(static failure => new { failure.Training.Point.Name, failure.Training.Seed, failure.Reason }),
        Search = search is null ? null : new SearchSummaryTable(search).ToJson(),
    };

    /// <summary>Writes a row for each point and where the tables are.</summary>
    public void Write(IAnsiConsole console)
    {
        if (outcome.Rows.Count == 0)
        {
            return;
        }

        TextTable table = new(1, "point", "seeds", "validation, %", "test, %", "energy/update", "energy/training", "front");
        foreach (SweepSummary point in outcome.Summaries)
        {
            table.Add(
                point.Point.Name,
                $"{point.Rows.Count}",
                point.ValidationAccuracy is { } validation ? $"{100 * validation:F2}" : "",
                $"{100 * point.TestAccuracy:F2}" + (point.TestDeviation is { } deviation ? $" ± {100 * deviation:F2}" : ""),
                point.EnergyPerUpdateAttojoules is { } update ? QuantityText.Energy(update) : "",
                point.EnergyAttojoules is { } energy ? QuantityText.Energy(energy) : "",
                point.IsOnFront ? "*" : "");
        }

        console.Write(table);
        console.WriteLine(
            "Means and sample deviations over the seeds; * marks points that none surpasses in validation accuracy at its energy. "
            + $"Tables: results.csv, results.jsonl, results.parquet, summary.csv and summary.tex in {folder}");
        if (search is not null)
        {
            new SearchSummaryTable(search).Write(console);
        }
    }
}
