using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Two distributions over the same bins: one as an area, one as an outline.</summary>
internal sealed class HistogramChart(ChartText text, WeightHistogram histogram)
{
    /// <summary>Draws the chart with the height of each bin as its share of all values.</summary>
    public void Write(MarkupWriter markup)
    {
        double[] stochastic = Shares(histogram.StochasticCounts);
        double[] fp32 = histogram.Fp32Counts is null ? [] : Shares(histogram.Fp32Counts);
        double highest = Math.Max(stochastic.DefaultIfEmpty(0).Max(), fp32.DefaultIfEmpty(0).Max());
        double end = histogram.LowestEdge + histogram.BinWidth * stochastic.Length;
        var frame = new PlotFrame(
            LinearAxis.Within("Value", histogram.LowestEdge, end),
            LinearAxis.Covering("Share per bin, %", 0, highest, mostSteps: 3),
            width: 330,
            height: 220);
        Drawing.Open(markup, text, "plot small", frame.Width, frame.Height);
        frame.Write(markup);
        markup.Leaf("path", ("class", "s-sc fill"), ("d", Shapes.Path(Outline(frame, stochastic), closed: true)));
        if (fp32.Length > 0)
        {
            markup.Leaf("path", ("class", "s-fp32 line thin"), ("d", Shapes.Path(Outline(frame, fp32))));
        }

        markup.Close();
    }

    private static double[] Shares(IReadOnlyList<long> counts)
    {
        double total = Math.Max(1, counts.Sum());
        return [.. counts.Select(count => 100 * count / total)];
    }

    private IEnumerable<PlotPoint> Outline(PlotFrame frame, double[] shares)
    {
        yield return frame.At(new PlotPoint(histogram.LowestEdge, 0));
        for (int bin = 0; bin < shares.Length; bin++)
        {
            double edge = histogram.LowestEdge + histogram.BinWidth * bin;
            yield return frame.At(new PlotPoint(edge, shares[bin]));
            yield return frame.At(new PlotPoint(edge + histogram.BinWidth, shares[bin]));
        }

        yield return frame.At(new PlotPoint(histogram.LowestEdge + histogram.BinWidth * shares.Length, 0));
    }
}
