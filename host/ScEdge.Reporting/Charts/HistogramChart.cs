using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Two distributions over the same bins: one as an area, one as an outline.</summary>
internal sealed class HistogramChart(ChartText text, WeightHistogram histogram) : Chart(text)
{
    private readonly PlotFrame _frame = new(
        LinearAxis.Within("Value", histogram.LowestEdge, histogram.LowestEdge + (histogram.BinWidth * histogram.StochasticCounts.Count)),
        LinearAxis.Covering(
            "Share per bin, %",
            0,
            Shares(histogram.StochasticCounts).Concat(Shares(histogram.Fp32Counts ?? [])).DefaultIfEmpty(0).Max(),
            mostSteps: 3),
        width: 330,
        height: 220);

    /// <inheritdoc/>
    public override string Look => "plot small";

    /// <inheritdoc/>
    public override double Width => _frame.Width;

    /// <inheritdoc/>
    public override double Height => _frame.Height;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("from", "to", "stochastic", "FP32");
            for (int bin = 0; bin < histogram.StochasticCounts.Count; bin++)
            {
                table.Add(Edge(bin), Edge(bin + 1), histogram.StochasticCounts[bin], histogram.Fp32Counts?[bin]);
            }

            return table;
        }
    }

    /// <summary>Draws the chart with the height of each bin as its share of all values.</summary>
    public override void Draw(MarkupWriter markup)
    {
        double[] stochastic = Shares(histogram.StochasticCounts);
        double[] fp32 = Shares(histogram.Fp32Counts ?? []);
        _frame.Write(markup);
        markup.Leaf("path", ("class", "s-sc fill"), ("d", Shapes.Path(Outline(stochastic), closed: true)));
        if (fp32.Length > 0)
        {
            markup.Leaf("path", ("class", "s-fp32 line thin"), ("d", Shapes.Path(Outline(fp32))));
        }

        HoverStrips.Write(
            markup,
            _frame,
            stochastic.Select((share, bin) => new HoverStrip(
                _frame.AtX(Edge(bin)),
                _frame.AtX(Edge(bin + 1)),
                $"{NumberText.Significant(Edge(bin))} to {NumberText.Significant(Edge(bin + 1))}\nStochastic: {NumberText.Fixed(share, 2)} %"
                + (fp32.Length > 0 ? $"\nFP32: {NumberText.Fixed(fp32[bin], 2)} %" : ""))));
    }

    private double Edge(int bin) => histogram.LowestEdge + (histogram.BinWidth * bin);

    private static double[] Shares(IReadOnlyList<long> counts)
    {
        double total = Math.Max(1, counts.Sum());
        return [.. counts.Select(count => 100 * count / total)];
    }

    private IEnumerable<PlotPoint> Outline(double[] shares)
    {
        yield return _frame.At(new PlotPoint(histogram.LowestEdge, 0));
        for (int bin = 0; bin < shares.Length; bin++)
        {
            yield return _frame.At(new PlotPoint(Edge(bin), shares[bin]));
            yield return _frame.At(new PlotPoint(Edge(bin + 1), shares[bin]));
        }

        yield return _frame.At(new PlotPoint(Edge(shares.Length), 0));
    }
}
