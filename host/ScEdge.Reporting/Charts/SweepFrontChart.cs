using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Accuracy over energy: a mark for every point, which leads to its run, and a line through those that none surpasses.</summary>
internal sealed class SweepFrontChart(ChartText text, string accuracyTitle, IReadOnlyList<SweepMark> points) : Chart(text)
{
    private const string EnergyTitle = "Energy of a training, J";

    private readonly PlotFrame _frame = new(
        LogAxis.Covering(
            EnergyTitle, points.Min(static point => point.EnergyJoules!.Value), points.Max(static point => point.EnergyJoules!.Value) * 1.1),
        PercentAxis.Covering(accuracyTitle, points.Select(static point => 100 * point.Accuracy)),
        width: 2 * PlotFrame.StandardWidth,
        height: 420);

    /// <inheritdoc/>
    public override double Width => _frame.Width;

    /// <inheritdoc/>
    public override double Height => _frame.Height;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("name", EnergyTitle, accuracyTitle, "on the front");
            foreach (SweepMark point in points)
            {
                table.Add(point.Name, point.EnergyJoules, 100 * point.Accuracy, point.IsOnFront ? "yes" : "no");
            }

            return table;
        }
    }

    /// <summary>Draws the chart; every point has an energy above 0.</summary>
    public override void Draw(MarkupWriter markup)
    {
        PlotFrame frame = _frame;
        frame.Write(markup);
        IEnumerable<PlotPoint> front = points.Where(static point => point.IsOnFront)
            .OrderBy(static point => point.EnergyJoules)
            .Select(point => frame.At(new PlotPoint(point.EnergyJoules!.Value, 100 * point.Accuracy)));
        markup.Leaf("path", ("class", SeriesStyle.Stochastic.ColourClass + " line thin dashed"), ("d", Shapes.Path(front)));
        foreach (SweepMark point in points)
        {
            markup.Open(markup.StandsAlone ? "g" : "a", markup.StandsAlone ? [] : [("href", point.Runs[0].Page)]);
            Shapes.Mark(
                markup,
                point.IsOnFront ? SeriesStyle.Stochastic : SeriesStyle.Fp32,
                frame.AtX(point.EnergyJoules!.Value),
                frame.AtY(100 * point.Accuracy),
                $"{point.Name}: {NumberText.Percent(point.Accuracy)} %, {NumberText.Significant(point.EnergyJoules.Value)} J",
                size: point.IsOnFront ? 5 : 4);
            markup.Close();
        }
    }
}
