using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Settings;
using ScEdge.Statistics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Cli.Views;

/// <summary>
/// The results of a run as lines.
/// </summary>
internal static class SummaryText
{
    private static readonly string Rounding = SettingNames.Of(StreamSource.Rounding);

    /// <summary>Returns the lines.</summary>
    public static IEnumerable<string> Lines(RunResult result)
    {
        (string Name, LegFigures Figures)[] legs =
            [.. new[] { ("FP32", result.Fp32), ("fixed", result.Fixed), ("SC", result.Sc) }.Where(leg => leg.Item2.TestAccuracy.Count > 0)];
        if (result.Seeds.Count > 1)
        {
            for (int i = 0; i < result.Seeds.Count; i++)
            {
                yield return $"seed {result.Seeds[i]}:{string.Concat(legs.Select(leg => $"  {leg.Name} {100 * leg.Figures.TestAccuracy[i]:F2} %"))}";
            }
        }

        if (legs.All(leg => leg.Figures.ValidationAccuracy.Count > 0))
        {
            yield return $"validation accuracy:{string.Concat(legs.Select(leg => Mean(leg.Name, leg.Figures.ValidationAccuracy)))}";
        }

        yield return $"test accuracy:{string.Concat(legs.Select(leg => Mean(leg.Name, leg.Figures.TestAccuracy)))}";
        if (result.Sc.StreamTestAccuracy is { } inStreams)
        {
            string how = result.Passes?.Source == Rounding ? "in fixed point, in the unit of" : "in";
            yield return $"test accuracy, read {how} streams of {result.Passes?.Lengths.Split('/')[0]} bits:{Mean("SC", inStreams)}";
        }

        foreach ((string name, DropFigures? drop) in new[] { ("FP32", result.DropFromFp32), ("fixed point", result.DropFromFixed) })
        {
            if (drop is not null)
            {
                yield return $"SC against {name}: {Comparison(drop)}";
            }
        }

        LegSeconds seconds = result.Seconds;
        yield return $"training time:{Seconds("FP32", seconds.Fp32)}{Seconds("fixed", seconds.Fixed)}{Seconds("SC", seconds.Sc)}";
        if (result.Counts.TryGetValue("bits", out long bits) && bits > 0)
        {
            string seeds = result.Seeds.Count == 1 ? "" : $" (all {result.Seeds.Count} seeds)";
            yield return $"stochastic bits: {CountText.Of(bits)}  SET pulses: {CountText.Of(result.Counts["set_pulses"])}  "
                + $"saturations: {CountText.Of(result.Counts["saturations"])}{seeds}";
        }

        foreach (string line in result.Passes is { } passes ? Passes(passes) : [])
        {
            yield return line;
        }

        if (result.Cost is { } cost)
        {
            string worn = cost.EnduranceUsedShare is { } share ? $", cells worn to {100 * share:G3} % of their life" : "";
            yield return $"in silicon ({cost.Library}): {QuantityText.Energy(cost.EnergyPerUpdateAttojoules)} per update, "
                + $"{QuantityText.Power(cost.PowerWatts)} at full speed, {QuantityText.Area(cost.AreaSquareMicrometres)}, "
                + $"{QuantityText.Seconds(cost.Seconds / result.Seeds.Count)} per training{worn}";
            if (cost.Bounded.Count > 0)
            {
                yield return $"within bounds where it has no figure: {string.Join("; ", cost.Bounded.Select(part => part.Name))} (see the report)";
            }
        }
    }

    private static IEnumerable<string> Passes(PassFigures passes)
    {
        string kind = passes.Source == Rounding
            ? $"passes in fixed point, in the unit of streams of {passes.Lengths} bits"
            : $"passes in {passes.Encoding} streams of {passes.Lengths} bits ({passes.Source})";
        string bits = passes.Source == Rounding ? "" : $", {QuantityText.Digits(passes.BitsPerProduct)} stream bits for each";
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{kind}: {passes.ProductsPerImage:N0} multiplications per image forward{bits}");
        if (passes.EnergyPerProductAttojoules is not null)
        {
            string binary = string.Join(", ", passes.BinaryMacs.Select(static mac => $"{mac.Name} {QuantityText.Energy(mac.Attojoules)}"));
            yield return $"passes in silicon: {QuantityText.Energy(passes.EnergyPerProductAttojoules)} per multiplication forward ({binary}), "
                + $"{QuantityText.Energy(passes.ForwardEnergyPerImageAttojoules)} per image, "
                + $"{QuantityText.Energy(passes.TrainingEnergyPerImageAttojoules)} per training image with its update";
        }
    }

    private static string Comparison(DropFigures drop)
    {
        if (drop is not { Points: { } points, HalfWidth95: { } half })
        {
            return $"failed to learn from {drop.Failures} of {drop.Seeds} seeds, the baseline from {drop.BaselineFailures}; "
                + "a mean would describe neither kind";
        }

        string size = $"{Math.Abs(points):F2} points {(points > 0 ? "below" : "above")}";
        if (drop is not { MarginPoints: { } margin, Equivalent: { } equivalent })
        {
            return $"{size}; one seed says nothing of others";
        }

        string verdict = equivalent ? "within" : "not within";
        return $"{size}, 95 % interval of the drop over seeds and images {points - half:F2} to {points + half:F2}, {verdict} ±{margin:F2}";
    }

    private static string Mean(string name, IReadOnlyList<double> accuracies) =>
        SampleSummary.Of([.. accuracies.Select(accuracy => 100 * accuracy)]) is not { } summary
            ? ""
            : $"  {name} {summary.Mean:F2} %" + (summary.StandardDeviation is { } deviation ? $" (sd {deviation:F2})" : "");

    private static string Seconds(string name, double? seconds) => seconds is { } value ? $"  {name} {value:F1} s" : "";
}
