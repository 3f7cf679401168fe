using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Accuracy over energy: a mark for every point, which leads to its run, and a line through those that none surpasses.</summary>
internal sealed class SweepFrontChart(ChartText text, string accuracyTitle, IReadOnlyList<SweepMark> points)
{
    /// <summary>Draws the chart; every point has an energy above 0.</summary>
    public void Write(MarkupWriter markup)
    {
        double[] energies = [.. points.Select(static point => point.EnergyJoules!.Value)];
        PlotFrame frame = new(
            LogAxis.Covering("Energy of a training, J", energies.Min(), energies.Max() * 1.1),
            PercentAxis.Covering(accuracyTitle, points.Select(static point => 100 * point.Accuracy)),
            width: 2 * PlotFrame.StandardWidth,
            height: 420);
        Drawing.Open(markup, text, "plot", frame.Width, frame.Height);
        frame.Write(markup);
        IEnumerable<PlotPoint> front = points.Where(static point => point.IsOnFront)
            .OrderBy(static point => point.EnergyJoules)
            .Select(point => frame.At(new PlotPoint(point.EnergyJoules!.Value, 100 * point.Accuracy)));
        markup.Leaf("path", ("class", SeriesStyle.Stochastic.ColourClass + " line thin dashed"), ("d", Shapes.Path(front)));
        foreach (SweepMark point in points)
        {
            markup.Open("a", ("href", point.Runs[0].Page));
            Shapes.Mark(
                markup,
                point.IsOnFront ? SeriesStyle.Stochastic : SeriesStyle.Fp32,
                frame.AtX(point.EnergyJoules!.Value),
                frame.AtY(100 * point.Accuracy),
                $"{point.Name}: {NumberText.Percent(point.Accuracy)} %, {NumberText.Significant(point.EnergyJoules.Value)} J",
                size: point.IsOnFront ? 5 : 4);
            markup.Close();
        }

        markup.Close();
    }
}
