using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Ledgers;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Quantities;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScEdge.Cli.Views;

/// <summary>
/// One picture of the live view, made to fit the terminal.
/// </summary>
/// <param name="run">What is trained.</param>
/// <param name="threads">Number of threads.</param>
/// <param name="console">The terminal.</param>
internal sealed class LiveFrame(RunComposition run, int threads, IAnsiConsole console)
{
    private const int FewestRows = 2;
    private const int Widest = 120;
    private const string CurveLabel = "loss FP32  ";

    private static readonly Style Title = new(decoration: Decoration.Bold);
    private static readonly Style Detail = new(Color.Grey);

    private readonly string[] _headline = [.. RunHeadline.Lines(run, threads)];

    /// <summary>Draws the picture.</summary>
    public IRenderable Draw(SeedTraining training, IReadOnlyList<EpochRow> rows, ProgressMeter meter)
    {
        int width = Math.Clamp(console.Profile.Width, 40, Widest);
        int headLines = _headline.Sum(line => 1 + (line.Length / width));
        IEnumerable<IRenderable> above = _headline.Select((line, i) => new Text(line, i == 0 ? Title : Detail));
        List<IRenderable> below = [.. Curves(training, width), Bar(training, meter, width), Figures(training, meter)];
        if (training.Ledger is { } ledger && meter.HasMeans)
        {
            below.Add(new Markup(CostLine(ledger)));
        }

        // One line stays free for the cursor.
        int space = console.Profile.Height - headLines - EpochTable.FrameLines - below.Count - 1;
        return new Rows([.. above, EpochTable.Draw(rows, Math.Max(space, FewestRows), width), .. below]);
    }

    private static Markup Figures(SeedTraining training, ProgressMeter meter)
    {
        string left = meter.Left is { } time ? $"{DurationText.Of(time)} left" : "...";
        string text = $"[bold]{left}[/]  [grey]after {DurationText.Of(meter.Elapsed)}[/]";
        text += meter.StepsPerSecond > 0 ? $"  {meter.StepsPerSecond:F0} [grey]steps/s[/]" : "";
        if (training.Stochastic is not null && meter.HasMeans)
        {
            OperationCounts counts = training.Counts;
            text += $"  {CountText.Of(counts.Bits)} [grey]stochastic bits[/]"
                + $"  {CountText.Of(counts.Saturations)} [grey]{(counts.Saturations == 1 ? "saturation" : "saturations")}{OfSeed(training)}[/]";
        }

        return new Markup(text);
    }

    // The summary will be of all.
    private static string OfSeed(SeedTraining training) => training.Options.Seeds.Count > 1 ? $" of seed {training.Seed}" : "";

    private static string CostLine(CostLedger ledger)
    {
        LedgerTotals totals = ledger.Totals;
        string worn = ledger.Endurance.Share is { } share ? $"  {100 * share:G3} % [grey]of the cells' life used[/]" : "";
        return $"[grey]in silicon[/] {QuantityText.Energy(totals.AttojoulesPerUpdate)} [grey]per update[/]  "
            + $"{QuantityText.Power(totals.PowerWatts)}  {QuantityText.Seconds((double)totals.Picoseconds * 1e-12)}{worn}";
    }

    private Markup Bar(SeedTraining training, ProgressMeter meter, int width)
    {
        int epoch = Math.Min(training.Epoch + 1, training.Options.Epochs);
        string seeds = training.Options.Seeds.Count > 1 ? $"seed {meter.SeedIndex + 1} of {training.Options.Seeds.Count}, " : "";
        string label = $"{seeds}epoch {epoch} of {training.Options.Epochs} ";
        string percent = $" {100 * meter.Share:F0} %";
        int length = Math.Max(width - label.Length - percent.Length - 2, 5);
        int done = (int)(meter.Share * length);
        (char full, char rest) = console.Profile.Capabilities.Unicode ? ('━', '─') : ('#', '.');
        return new Markup($"{label}[green]{new string(full, done)}[/][grey23]{new string(rest, length - done)}[/]{percent}");
    }

    private IEnumerable<IRenderable> Curves(SeedTraining training, int width)
    {
        if (!console.Profile.Capabilities.Unicode)
        {
            yield break;
        }

        double[] all = [.. training.Legs.SelectMany(leg => leg.Result.Loss).Where(double.IsFinite)];
        double lowest = all.Length == 0 ? 1 : Math.Max(all.Min(), 1e-4);
        double highest = all.Length == 0 ? 1 : all.Max();
        int expected = training.TotalSteps / TrainingLeg.CurveInterval;
        foreach (TrainingLeg leg in training.Legs)
        {
            string label = ReferenceEquals(leg, training.Legs[0]) ? "loss" : "";
            (string name, string color) = EpochTable.Look(leg.Name);
            string curve = LossSparkline.Draw(leg.Result.Loss, expected, width - CurveLabel.Length - 2, lowest, highest);
            yield return new Markup($"[grey]{label,-5}{name,-6}[/][{color}]{curve}[/]");
        }
    }
}
