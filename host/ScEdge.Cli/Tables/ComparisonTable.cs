using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Settings;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Results;
using ScEdge.Statistics;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// Runs beside each other as text and as JSON.
/// </summary>
/// <param name="comparison">The runs.</param>
internal sealed class ComparisonTable(RunComparison comparison)
{
    private readonly IReadOnlyList<string> _differing =
        RunSettingTexts.Differing([.. comparison.Runs.Select(static run => run.Run.Manifest.Options)]);

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        DifferingSettings = _differing,
        Runs = comparison.Runs.Select(run => new
        {
            run.Run.Folder,
            Settings = _differing.Select(name => new { Name = name, Value = RunSettingTexts.Of(run.Run.Manifest.Options, name) }),
            run.Run.Manifest.Options.Seeds,
            run.Run.Manifest.Result!.MainLeg.TestAccuracy,
            run.Run.Manifest.Result!.MainLeg.ValidationAccuracy,
            DropFromFirst = DropFigures.Of(run.AgainstFirst),
            run.Obstacle,
            Cost(run)?.EnergyPerUpdateAttojoules,
            Cost(run)?.AreaSquareMicrometres,
            Cost(run)?.PowerWatts,
        }),
    };

    /// <summary>Returns a line for each run, its number and its folder, to be written as it is.</summary>
    public string Folders() => string.Join('\n', comparison.Runs.Select(static (run, index) => $"{index + 1}  {run.Run.Folder}"));

    /// <summary>Writes a column for each run.</summary>
    public void Write(IAnsiConsole console)
    {
        TextTable table = new(1, ["run", .. Enumerable.Range(1, comparison.Runs.Count).Select(static number => $"{number}")]);
        foreach (string name in _differing)
        {
            Add(table, name, run => RunSettingTexts.Of(run.Run.Manifest.Options, name) ?? "–");
        }

        Add(table, "seeds", static run => $"{run.Run.Manifest.Options.Seeds.Count}");
        Add(table, "validation, %", static run => Accuracy(run.Run.Manifest.Result!.MainLeg.ValidationAccuracy));
        Add(table, "test, %", static run => Accuracy(run.Run.Manifest.Result!.MainLeg.TestAccuracy));
        Add(table, "drop from run 1, points", static run => Drop(run));
        Add(table, "verdict", static run => Verdict(run));
        Add(table, "energy/update", static run => Cost(run) is { } cost ? QuantityText.Energy(cost.EnergyPerUpdateAttojoules) : "–");
        Add(table, "power at full speed", static run => Cost(run) is { } cost ? QuantityText.Power(cost.PowerWatts) : "–");
        Add(table, "area", static run => Cost(run) is { } cost ? QuantityText.Area(cost.AreaSquareMicrometres) : "–");
        console.Write(table);
        console.WriteLine(
            (_differing.Count == 0 ? "All settings are equal. " : "")
            + "Drops are paired by seed and test image, with their 95 % interval over both; "
            + $"equivalent: shown to be within ±{EquivalenceTest.AccuracyMarginPoints} points.");
    }

    private static RunCost? Cost(ComparedRun run) => run.Run.Manifest.Result!.Cost;

    private static string Accuracy(IReadOnlyList<double> accuracies) => accuracies.Count == 0 ? "–" : RunTable.Accuracy(accuracies);

    private void Add(TextTable table, string name, System.Func<ComparedRun, string> text) => table.Add([name, .. comparison.Runs.Select(text)]);

    private static string Drop(ComparedRun run) => run.AgainstFirst?.Drop is { } drop
        ? $"{drop.Points:+0.00;-0.00;0.00} ({drop.Low95:+0.00;-0.00;0.00} to {drop.High95:+0.00;-0.00;0.00})"
        : "–";

    private static string Verdict(ComparedRun run) => run switch
    {
        { Obstacle: { } obstacle } => obstacle,
        { AgainstFirst: null } => "–",
        { AgainstFirst.Drop: null } => "a training failed to learn",
        { AgainstFirst.Drop: { Points: 0, StandardError: 0 } } => "the same images",
        { AgainstFirst.Drop: { } drop } when drop.Low95 > 0 => "loss",
        { AgainstFirst.Drop: { } drop } when drop.High95 < 0 => "gain",
        { AgainstFirst.Equivalence.IsEquivalent: true } => "equivalent",
        _ => "undecided",
    };
}
