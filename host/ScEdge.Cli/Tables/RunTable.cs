using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Settings;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Runs;
using ScEdge.Statistics;
using ScEdge.Training.Runs;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// A list of runs as text and as JSON.
/// </summary>
/// <param name="runs">The runs.</param>
internal sealed class RunTable(IReadOnlyList<FoundRun> runs)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => runs.Select(static run => new
    {
        run.Folder,
        run.Manifest.Status,
        run.Manifest.StartedUtc,
        Settings = RunSettingTexts.Names.Select(name => new { Name = name, Value = RunSettingTexts.Of(run.Manifest.Options, name) })
            .Where(static setting => setting.Value is not null),
        run.Manifest.Options.Seeds,
        TestAccuracy = run.Manifest.Result?.MainLeg.TestAccuracy ?? [],
        run.Manifest.Result?.Cost?.EnergyPerUpdateAttojoules,
    });

    /// <summary>Writes a row for each run: the settings in which they differ, and what they came to.</summary>
    public void Write(IAnsiConsole console)
    {
        if (runs.Count == 0)
        {
            console.WriteLine("There is no such run.");
            return;
        }

        IReadOnlyList<string> differing = RunSettingTexts.Differing([.. runs.Select(static run => run.Manifest.Options)]);
        TextTable table = new(2 + differing.Count, ["run", "status", .. differing, "seeds", "test, %", "energy/update", "started, UTC"]);
        foreach (FoundRun run in runs)
        {
            table.Add(
            [
                run.Folder,
                run.Manifest.Status.ToString().ToLowerInvariant(),
                .. differing.Select(name => RunSettingTexts.Of(run.Manifest.Options, name) ?? ""),
                Seeds(run.Manifest.Options),
                run.Manifest.Result is { } result ? Accuracy(result.MainLeg.TestAccuracy) : "",
                run.Manifest.Result?.Cost is { } cost ? QuantityText.Energy(cost.EnergyPerUpdateAttojoules) : "",
                run.Manifest.StartedUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            ]);
        }

        console.Write(table);
        if (differing.Count == 0 && runs.Count > 1)
        {
            console.WriteLine("All have the same settings.");
        }
    }

    /// <summary>Returns accuracies, at least one, as their mean and sample deviation in per cent.</summary>
    internal static string Accuracy(IReadOnlyList<double> accuracies)
    {
        SampleSummary summary = SampleSummary.Of(accuracies)!;
        return $"{100 * summary.Mean:F2}" + (summary.StandardDeviation is { } deviation ? $" ± {100 * deviation:F2}" : "");
    }

    private static string Seeds(TrainingOptions options) => options.Seeds.Count == 1
        ? options.Seeds[0].ToString(CultureInfo.InvariantCulture)
        : $"{options.Seeds.Count} ({options.Seeds[0]} to {options.Seeds[^1]})";
}
