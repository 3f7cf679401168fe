using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Costing.Ledgers;
using ScEdge.Experiments.Progress;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Runs;
using ScEdge.Page.Contracts;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Serve.Runs;

/// <summary>What a run has come to so far, in figures to read.</summary>
internal static class RunFacts
{
    /// <summary>Lists the figures that there are.</summary>
    public static IReadOnlyList<Fact> Of(RunProgress progress, bool isTrained) =>
        [.. Course(progress, isTrained), .. Results(progress), .. progress.Cost is { } cost ? Costs(progress, cost) : []];

    private static IEnumerable<Fact> Course(RunProgress progress, bool isTrained)
    {
        TrainingOptions options = progress.Manifest.Options;
        int seed = Math.Min(progress.SeedsDone.Count + 1, options.Seeds.Count);
        string seeds = options.Seeds.Count == 1 ? "" : $", seed {seed} of {options.Seeds.Count}";
        yield return new Fact("Steps", Text($"{progress.StepsDone:N0} of {progress.StepsTotal:N0}"), "parameter updates of all seeds");
        if (progress.Manifest.Status != RunStatus.Finished)
        {
            yield return new Fact("Epoch", $"{progress.Epoch} of {options.Epochs}{seeds}");
        }

        if (isTrained)
        {
            string left = progress.SecondsLeft is { } seconds ? $"about {Duration(seconds)}" : "not known yet";
            yield return new Fact("Time left", left, "of steps, at the pace of those done");
        }
    }

    private static IEnumerable<Fact> Results(RunProgress progress)
    {
        foreach ((string name, IReadOnlyList<TrainingRun> runs) in new[]
        {
            ("streams", progress.Curves.StochasticRuns), ("fixed point", progress.Curves.FixedRuns), ("FP32", progress.Curves.Fp32Runs),
        })
        {
            if (runs.Count == 0)
            {
                continue;
            }

            double[] tests = [.. runs.Select(static run => run.TestAccuracy).Where(double.IsFinite)];
            CurvePoint? last = runs[^1].Curve.LastOrDefault(static point => point.ValidationAccuracy is not null);
            if (progress.Manifest.Result is not null && tests.Length > 0)
            {
                string note = tests.Length == 1 ? "one seed" : $"{tests.Length} seeds, ± sample deviation";
                yield return new Fact($"Test, {name}", RunViews.Percent(tests) + " %", note);
            }
            else if (last is not null)
            {
                yield return new Fact($"Validation, {name}", Text($"{100 * last.ValidationAccuracy:F2} %"), Text($"after epoch {last.Epoch:F0}"));
            }
        }
    }

    private static IEnumerable<Fact> Costs(RunProgress progress, LedgerTotals cost)
    {
        string library = $"figures of {cost.Library}, 40 nm";
        yield return new Fact("Energy of an update", QuantityText.Energy(cost.AttojoulesPerUpdate), $"mean so far; {library}");
        yield return new Fact("Power", QuantityText.Power(cost.PowerWatts), $"of the circuit at full speed; {library}");
        yield return new Fact("Energy so far", QuantityText.Energy(cost.TotalAttojoules), library);
        if (progress.Wear is { CyclesPerCell: > 0 } wear)
        {
            string share = wear.Share is { } used ? Text($", {100 * used:G3} % of the rated life") : "";
            yield return new Fact("Cycles of the busiest cells", Text($"{wear.CyclesPerCell:N0}{share}"), $"SET and RESET, tensor {wear.Tensor}");
        }

        if (progress.StepsUntilWearOut is { } left)
        {
            yield return new Fact("Worn out after", Text($"{left:N0} steps"), "at the wear of the steps so far");
        }
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 90 => Text($"{seconds:F0} s"),
        < 5400 => Text($"{seconds / 60:F0} min"),
        _ => Text($"{seconds / 3600:F1} h"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
