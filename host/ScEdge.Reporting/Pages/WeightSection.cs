using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>Distributions of the final parameters, a small chart per tensor.</summary>
internal sealed class WeightSection(RunReport report) : Section("weights", "Weights")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Weights.Any(Drawable);

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        List<WeightHistogram> histograms = [.. report.Weights.Where(Drawable)];
        bool baseline = histograms.Any(histogram => histogram.Fp32Counts is not null);
        markup.Element(
            "p",
            baseline
                ? "Final values of each tensor. Where the outline follows the area, stochastic training found the same distribution as FP32."
                : "Final values of each tensor.",
            ("class", "note"));
        List<LegendEntry> legend = [new("Stochastic", SeriesStyle.Stochastic, LegendSample.Fill)];
        if (baseline)
        {
            legend.Add(new("FP32", new SeriesStyle("s-fp32", Marker.None), LegendSample.Line));
        }

        Legend.Write(markup, legend);
        markup.Open("div", ("class", "small-figures"));
        for (int index = 0; index < histograms.Count; index++)
        {
            WeightHistogram histogram = histograms[index];
            var text = new ChartText(
                "weights-" + NumberText.Whole(index),
                "Distribution of " + histogram.Tensor,
                "Share of values per bin after stochastic training"
                + (histogram.Fp32Counts is null ? "." : " and, as an outline, after FP32 training."));
            new Figure(histogram.Tensor, histogram.Shape, new HistogramChart(text, histogram)) { Legend = legend, SharesLegend = true }.Write(markup);
        }

        markup.Close();
    }

    private static bool Drawable(WeightHistogram histogram) => histogram.StochasticCounts.Any(count => count > 0);
}
