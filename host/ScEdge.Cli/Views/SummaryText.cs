using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Results;
using ScEdge.Statistics;

namespace ScEdge.Cli.Views;

/// <summary>
/// The results of a run as lines.
/// </summary>
internal static class SummaryText
{
    /// <summary>Returns the lines.</summary>
    public static IEnumerable<string> Lines(RunResult result)
    {
        IReadOnlyList<double> fp32 = result.Fp32.TestAccuracy;
        IReadOnlyList<double> stochastic = result.Sc.TestAccuracy;
        if (result.Seeds.Count > 1)
        {
            for (int i = 0; i < result.Seeds.Count; i++)
            {
                yield return $"seed {result.Seeds[i]}:{Part("FP32", fp32, i)}{Part("SC", stochastic, i)}{Difference(fp32, stochastic, i)}";
            }
        }

        yield return $"test accuracy:{Mean("FP32", fp32)}{Mean("SC", stochastic)}";
        if (result.AccuracyDropPoints is { } drop)
        {
            string interval = result.AccuracyDropHalfWidth95 is { } half ? $" ± {half:F2} (95 % interval of the mean)" : "";
            yield return $"SC is {Math.Abs(drop):F2} points {(drop > 0 ? "below" : "above")} FP32{interval}";
        }

        yield return $"training time:{Seconds("FP32", result.Seconds.Fp32)}{Seconds("SC", result.Seconds.Sc)}";
        if (result.Counts.TryGetValue("bits", out long bits))
        {
            yield return $"stochastic bits: {CountText.Of(bits)}  SET pulses: {CountText.Of(result.Counts["set_pulses"])}  saturations: {CountText.Of(result.Counts["saturations"])}";
        }

        if (result.Cost is { } cost)
        {
            string worn = cost.EnduranceUsedShare is { } share ? $", cells worn to {100 * share:G3} % of their life" : "";
            yield return $"in silicon ({cost.Library}): {QuantityText.Energy(cost.AttojoulesPerUpdate)} per update, {QuantityText.Power(cost.PowerWatts)}, {QuantityText.Area(cost.AreaSquareMicrometres)}, {QuantityText.Seconds(cost.Seconds / result.Seeds.Count)} per training{worn}";
            if (cost.Excluded.Count > 0)
            {
                yield return $"not priced by it, in whole or in part: {string.Join("; ", cost.Excluded.Select(part => part.Name))} (see the report)";
            }
        }
    }

    private static string Part(string name, IReadOnlyList<double> accuracies, int index) =>
        accuracies.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {name} {100 * accuracies[index]:F2} %");

    private static string Difference(IReadOnlyList<double> fp32, IReadOnlyList<double> stochastic, int index) =>
        fp32.Count == 0 || stochastic.Count == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"  drop {100 * (fp32[index] - stochastic[index]):F2}");

    private static string Mean(string name, IReadOnlyList<double> accuracies) =>
        SampleSummary.Of([.. accuracies.Select(accuracy => 100 * accuracy)]) is not { } summary
            ? ""
            : $"  {name} {summary.Mean:F2} %" + (summary.StandardDeviation is { } deviation ? $" (sd {deviation:F2})" : "");

    private static string Seconds(string name, double? seconds) => seconds is { } value ? $"  {name} {value:F1} s" : "";
}
