using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>Points on equal logarithmic axes, with the diagonal on which both values agree.</summary>
internal sealed class ScatterChart(ChartText text, string titleX, string titleY, IReadOnlyList<ScatterSeries> series)
{
    /// <summary>Draws the chart; points that are not positive cannot be placed and are left out.</summary>
    public void Write(MarkupWriter markup)
    {
        List<double> values = [.. series.SelectMany(one => one.Points).Where(Placeable).SelectMany(point => new[] { point.X, point.Y })];
        double low = values.DefaultIfEmpty(1).Min();
        double high = values.DefaultIfEmpty(10).Max();
        var frame = new PlotFrame(LogAxis.Covering(titleX, low, high), LogAxis.Covering(titleY, low, high), square: true);
        Drawing.Open(markup, text, "plot", frame.Width, frame.Height);
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

        markup.Close();
    }

    /// <summary>Whether a point has a place on logarithmic axes.</summary>
    public static bool Placeable(PlotPoint point) =>
        point.X > 0 && point.Y > 0 && double.IsFinite(point.X) && double.IsFinite(point.Y);
}

/// <summary>Points of one kind.</summary>
internal sealed record ScatterSeries(string Name, SeriesStyle Style, IReadOnlyList<PlotPoint> Points);
