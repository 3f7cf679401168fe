using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Charts;

/// <summary>Final accuracy of every seed, FP32 and stochastic joined by a line, above their means with 95 % intervals.</summary>
internal sealed class SeedChart(ChartText text, IReadOnlyList<TrainingRun> fp32, IReadOnlyList<TrainingRun> stochastic)
{
    private const int LongestSeed = 10;

    /// <summary>Draws the chart.</summary>
    public void Write(MarkupWriter markup)
    {
        Dictionary<ulong, double> baseline = fp32.GroupBy(run => run.Seed).ToDictionary(group => group.Key, group => 100 * group.First().TestAccuracy);
        SampleSummary? fp32Mean = SampleSummary.Of([.. fp32.Select(run => 100 * run.TestAccuracy)]);
        SampleSummary? stochasticMean = SampleSummary.Of([.. stochastic.Select(run => 100 * run.TestAccuracy)]);
        Axis axis = AxisOf(fp32Mean, stochasticMean);
        double row = Math.Clamp(330.0 / Math.Max(1, stochastic.Count), 12, 30);
        double left = 22 + 8.3 * Math.Max(4, stochastic.Select(run => Name(run.Seed).Length).DefaultIfEmpty(0).Max());
        bool means = stochastic.Count > 1;
        double bottom = 34 + row * stochastic.Count + (means ? 46 : 6);
        double Place(double percent) => left + axis.Fraction(percent) * (PlotFrame.StandardWidth - 20 - left);

        Drawing.Open(markup, text, "plot", PlotFrame.StandardWidth, bottom + 48);
        Shapes.Label(markup, "axis-title", 0, 13, "Seed");
        foreach (Tick tick in axis.Ticks)
        {
            Shapes.Line(markup, "grid", Place(tick.Value), 26, Place(tick.Value), bottom);
            Shapes.Label(markup, "tick", Place(tick.Value), bottom + 19, tick.Label, "middle");
        }

        Shapes.Label(markup, "axis-title", (left + PlotFrame.StandardWidth - 20) / 2, bottom + 41, axis.Title, "middle");
        for (int index = 0; index < stochastic.Count; index++)
        {
            TrainingRun run = stochastic[index];
            double y = 34 + row * (index + 0.5);
            Shapes.Label(markup, "tick", left - 14, y + 4, Name(run.Seed), "end");
            double percent = 100 * run.TestAccuracy;
            if (baseline.TryGetValue(run.Seed, out double other))
            {
                Shapes.Line(markup, "pair", Place(other), y, Place(percent), y);
                Shapes.Mark(markup, SeriesStyle.Fp32, Place(other), y, $"Seed {Name(run.Seed)}, FP32: {NumberText.Fixed(other, 2)} %", 4.5);
            }

            Shapes.Mark(markup, SeriesStyle.Stochastic, Place(percent), y, $"Seed {Name(run.Seed)}, stochastic: {NumberText.Fixed(percent, 2)} %", 4.5);
        }

        if (means)
        {
            Shapes.Line(markup, "axis", 0, bottom - 42, PlotFrame.StandardWidth - 16, bottom - 42);
            Shapes.Label(markup, "tick bold", left - 14, bottom - 17, "Mean", "end");
            WriteMean(markup, SeriesStyle.Fp32, "FP32", fp32Mean, Place, bottom - 29);
            WriteMean(markup, SeriesStyle.Stochastic, "Stochastic", stochasticMean, Place, fp32Mean is null ? bottom - 21 : bottom - 13);
        }

        markup.Close();
    }

    private static void WriteMean(MarkupWriter markup, SeriesStyle style, string name, SampleSummary? mean, Func<double, double> place, double y)
    {
        if (mean is null)
        {
            return;
        }

        if (mean is { Low95: double low, High95: double high })
        {
            Shapes.Line(markup, style.ColourClass + " whisker", place(low), y, place(Math.Min(100, high)), y);
        }

        string half = mean.HalfWidth95 is double width ? $" ± {NumberText.Fixed(width, 2)}" : "";
        Shapes.Mark(markup, style, place(mean.Mean), y, $"{name}, mean: {NumberText.Fixed(mean.Mean, 2)}{half} %", 5.5);
    }

    private LinearAxis AxisOf(SampleSummary? fp32Mean, SampleSummary? stochasticMean)
    {
        List<double> values = [.. fp32.Concat(stochastic).Select(run => 100 * run.TestAccuracy)];
        foreach (SampleSummary? mean in new[] { fp32Mean, stochasticMean })
        {
            if (mean is { Low95: double low, High95: double high })
            {
                values.Add(Math.Max(0, low));
                values.Add(Math.Min(100, high));
            }
        }

        return PercentAxis.Covering("Test accuracy, %", values);
    }

    private static string Name(ulong seed)
    {
        string digits = seed.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= LongestSeed ? digits : string.Concat(digits.AsSpan(0, 4), "…", digits.AsSpan(digits.Length - 4));
    }
}
