using ScEdge.Reporting.Markup;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Pages;

/// <summary>Says in words what the accuracy drop allows to conclude.</summary>
internal static class Verdict
{
    /// <summary>One or two sentences.</summary>
    /// <param name="drop">FP32 - stochastic in percentage points, or null without a baseline.</param>
    public static string Of(SampleSummary? drop)
    {
        if (drop is null)
        {
            return "No FP32 baseline was trained with the same seeds, so this run cannot say what stochastic training costs.";
        }

        string size = NumberText.Fixed(System.Math.Abs(drop.Mean), 2);
        bool nothing = size == "0.00";
        string direction = nothing
            ? "Stochastic training ends exactly where FP32 does, to a hundredth of a point."
            : drop.Mean > 0 ? $"Stochastic training ends {size} points below FP32." : $"Stochastic training ends {size} points above FP32.";
        if (drop is not { Low95: double low, High95: double high })
        {
            return direction + " One seed gives no interval: train more seeds to tell a difference from chance.";
        }

        string interval = $"{NumberText.Fixed(low, 2, signed: true)} to {NumberText.Fixed(high, 2, signed: true)} points";
        if (low <= 0 && high >= 0)
        {
            return $"{direction} The 95\u00A0% interval of the drop, {interval}, includes zero: these {drop.Count} seeds show neither a loss nor a gain.";
        }

        return $"{direction} The 95\u00A0% interval of the drop, {interval}, excludes zero: chance among {drop.Count} seeds hardly explains it.";
    }
}
