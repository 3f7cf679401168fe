using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>Points on equal logarithmic axes, with the diagonal on which both values agree.</summary>
internal sealed class ScatterChart(ChartText text, string titleX, string titleY, IReadOnlyList<ScatterSeries> series) : Chart(text)
{
    private readonly PlotFrame _frame = Frame(titleX, titleY, series);

    /// <inheritdoc/>
    public override double Width => _frame.Width;

    /// <inheritdoc/>
    public override double Height => _frame.Height;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("series", titleX, titleY);
            foreach (ScatterSeries one in series)
            {
                foreach (PlotPoint point in one.Points.Where(Placeable))
                {
                    table.Add(one.Name, point.X, point.Y);
                }
            }

            return table;
        }
    }

    /// <summary>Draws the chart; points that are not positive cannot be placed and are left out.</summary>
    public override void Draw(MarkupWriter markup)
    {
        PlotFrame frame = _frame;
        frame.Write(markup);
        Shapes.Line(markup, "diagonal", frame.Left, frame.Bottom, frame.Right, frame.Top);
        foreach (ScatterSeries one in series)
        {
            foreach (PlotPoint point in one.Points.Where(Placeable))
            {
                string tip = $"{one.Name}: predicted {NumberText.Significant(point.X)}, measured {NumberText.Significant(point.Y)}";
                Shapes.Mark(markup, one.Style, frame.AtX(point.X), frame.AtY(point.Y), tip);
            }
        }
    }

    /// <summary>Whether a point has a place on logarithmic axes.</summary>
    public static bool Placeable(PlotPoint point) =>
        point.X > 0 && point.Y > 0 && double.IsFinite(point.X) && double.IsFinite(point.Y);

    private static PlotFrame Frame(string titleX, string titleY, IReadOnlyList<ScatterSeries> series)
    {
        List<double> values = [.. series.SelectMany(one => one.Points).Where(Placeable).SelectMany(point => new[] { point.X, point.Y })];
        double low = values.DefaultIfEmpty(1).Min();
        double high = values.DefaultIfEmpty(10).Max();
        return new PlotFrame(LogAxis.Covering(titleX, low, high), LogAxis.Covering(titleY, low, high), square: true);
    }
}

/// <summary>Points of one kind.</summary>
internal sealed record ScatterSeries(string Name, SeriesStyle Style, IReadOnlyList<PlotPoint> Points);
