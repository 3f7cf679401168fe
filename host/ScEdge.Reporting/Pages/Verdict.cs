using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Pages;

/// <summary>What comparisons with baselines show, in words.</summary>
internal static class Verdict
{
    /// <summary>Returns a paragraph for each comparison, or one that says that there is none.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<BaselineComparison> comparisons) => comparisons.Count == 0
        ? ["No baseline was trained with the same seeds, so this run cannot say what stochastic training costs."]
        : comparisons.Select(Of);

    private static string Of(BaselineComparison comparison)
    {
        AccuracyComparison result = comparison.Result;
        if (result.Drop is not { } drop)
        {
            return Failures(comparison.Baseline, result);
        }

        string size = NumberText.Fixed(Math.Abs(drop.Points), 2);
        string direction = size == "0.00"
            ? $"Stochastic training ends exactly where {comparison.Baseline} does, to a hundredth of a point"
            : $"Stochastic training ends {size} points {(drop.Points > 0 ? "below" : "above")} {comparison.Baseline}";
        string interval = $"{NumberText.Fixed(drop.Low95, 2, signed: true)} to {NumberText.Fixed(drop.High95, 2, signed: true)} points";
        if (result.Equivalence is not { } equivalence)
        {
            return $"{direction}. One seed says nothing of others (other images alone would give a drop of {interval}): "
                + "train more seeds to tell a difference from chance.";
        }

        bool includesZero = drop.Low95 <= 0 && drop.High95 >= 0;
        string chance = includesZero
            ? $"includes zero: these {result.Seeds} seeds show neither a loss nor a gain"
            : $"excludes zero: chance among {result.Seeds} seeds and {NumberText.Whole(drop.Images)} images hardly explains it";
        string margin = NumberText.Fixed(equivalence.Margin, 2);
        string same = equivalence.IsEquivalent
            ? $"It lies within \u00B1{margin} points, which shows the two equivalent by that margin."
            : $"It is not within \u00B1{margin} points, so the two are not shown to be equivalent.";
        return $"{direction}; the 95\u00A0% interval of the drop over seeds and images, {interval}, {chance}. {same}";
    }

    private static string Failures(string baseline, AccuracyComparison result) =>
        $"Stochastic training failed to learn from {result.SecondFailures} of {result.Seeds} seeds, {baseline} from {result.FirstFailures}: "
        + "a mean drop would describe neither those that learned nor those that did not.";
}
