using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScEdge.Statistics;

namespace ScEdge.Accuracy.Tests;

/// <summary>
/// Tables of accuracies in Markdown, each corrected for its number of rows.
/// </summary>
/// <param name="rows">All rows.</param>
internal sealed class AccuracyTables(IReadOnlyList<AccuracyRow> rows)
{
    /// <summary>Chance of even one false difference in a table.</summary>
    private const double Level = 0.05;

    private const string Head =
        "| options | validation, % | test, % | FP32 test, % | drop from FP32 | verdict |"
        + " fixed-point test, % | drop from fixed point | verdict | saturated |\n|---|---|---|---|---|---|---|---|---|---|\n";

    /// <summary>Gets the names of the tables.</summary>
    public IReadOnlyList<string> Names => [.. rows.Select(row => row.Table).Distinct()];

    /// <summary>Writes a table.</summary>
    /// <param name="name">Its name.</param>
    public string Write(string name)
    {
        AccuracyRow[] own = [.. rows.Where(row => row.Table == name)];
        if (own.Length == 0)
        {
            return "No row of this table has been trained.\n";
        }

        List<string[]> fp32 = Compare(own, row => row.Fp32);
        List<string[]> fixedPoint = Compare(own, row => row.Fixed);
        bool hasModels = own.Select(static row => row.Model).Distinct().Count() > 1;
        StringBuilder text = new(Head);
        for (int i = 0; i < own.Length; i++)
        {
            AccuracyRow row = own[i];
            string[] cells =
            [
                hasModels ? $"{row.Model}, {row.Label}" : row.Label,
                Mean(row.Stochastic, leg => leg.Validation), Mean(row.Stochastic, leg => leg.Test),
                .. fp32[i], .. fixedPoint[i], row.Saturations.ToString("N0", CultureInfo.InvariantCulture),
            ];
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>Holds every row of a table against a baseline: its accuracy, the drop with its interval, the verdict.</summary>
    private List<string[]> Compare(AccuracyRow[] own, Func<AccuracyRow, AccuracyLeg?> pick)
    {
        AccuracyLeg?[] baselines = [.. own.Select(row => Baseline(row, pick))];
        AccuracyComparison?[] comparisons =
        [
            .. own.Zip(baselines, (row, baseline) => baseline is null
                ? null
                : AccuracyComparison.Of(baseline.Correct, row.Stochastic.Correct, baseline.Images, baseline.Classes)),
        ];
        AccuracyComparison[] judged = [.. comparisons.OfType<AccuracyComparison>().Where(one => one.Equivalence is not null)];
        IReadOnlyList<double> differences = HolmCorrection.Adjust([.. judged.Select(one => one.Drop!.PValue)]);
        IReadOnlyList<double> equivalences = HolmCorrection.Adjust([.. judged.Select(one => one.Equivalence!.PValue)]);
        List<string[]> cells = [];
        for (int i = 0; i < own.Length; i++)
        {
            int place = Array.IndexOf(judged, comparisons[i]);
            cells.Add(
            [
                baselines[i] is { } baseline ? Mean(baseline, leg => leg.Test) : "",
                comparisons[i]?.Drop is { } drop ? $"{Signed(drop.Points)} ({Signed(drop.Low95)} to {Signed(drop.High95)})" : "",
                place < 0 ? "" : Verdict(judged[place].Drop!.Points, differences[place] < Level, equivalences[place] < EquivalenceTest.Level),
            ]);
        }

        return cells;
    }

    private AccuracyLeg? Baseline(AccuracyRow row, Func<AccuracyRow, AccuracyLeg?> pick)
    {
        AccuracyRow? source = pick(row) is not null
            ? row
            : rows.FirstOrDefault(one => one.Point.Text == row.Reference && one.Seeds.SequenceEqual(row.Seeds));
        return source is null ? null : pick(source);
    }

    private static string Verdict(double points, bool isDifferent, bool isEquivalent)
    {
        string direction = points > 0 ? "loss" : "gain";
        string margin = Invariant($"within ±{EquivalenceTest.AccuracyMarginPoints:F2}");
        return (isDifferent, isEquivalent) switch
        {
            (true, true) => $"{direction}, {margin}",
            (true, false) => direction,
            (false, true) => margin,
            _ => "undecided",
        };
    }

    private static string Mean(AccuracyLeg leg, Func<AccuracyLeg, IReadOnlyList<double>> pick)
    {
        double threshold = LearningThreshold.Of(leg.Classes);
        double[] learned = [.. pick(leg).Where((_, seed) => leg.Test[seed] >= threshold).Select(accuracy => 100 * accuracy)];
        string failures = leg.Failures == 0 ? "" : $"{leg.Failures} of {leg.Test.Count} failed";
        if (SampleSummary.Of(learned) is not { } summary)
        {
            return failures;
        }

        string spread = summary.StandardDeviation is { } deviation ? Invariant($" ± {deviation:F2}") : "";
        string mean = Invariant($"{summary.Mean:F2}") + spread;
        return failures.Length == 0 ? mean : $"{failures}, others {mean}";
    }

    private static string Signed(double points) => points.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
