using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Things between two costs on logarithmic axes; a dashed line joins those that no other beats in both.</summary>
internal sealed class FrontChart(ChartText text, string titleX, string titleY, IReadOnlyList<PlanePoint> points)
{
    /// <summary>Draws the chart; points that are not positive cannot be placed and are left out.</summary>
    public void Write(MarkupWriter markup)
    {
        PlanePoint[] placed = [.. points.Where(static one => ScatterChart.Placeable(new PlotPoint(one.X, one.Y))).OrderBy(static one => one.X)];
        if (placed.Length == 0)
        {
            return;
        }

        PlotFrame frame = new(
            LogAxis.Covering(titleX, placed[0].X, placed[^1].X * 1.2),
            LogAxis.Covering(titleY, placed.Min(static one => one.Y), placed.Max(static one => one.Y)));
        Drawing.Open(markup, text, "plot", frame.Width, frame.Height);
        frame.Write(markup);
        PlotPoint[] front = [.. placed.Where(one => IsOnFront(one, placed)).Select(one => frame.At(new PlotPoint(one.X, one.Y)))];
        markup.Leaf("path", ("class", "s-sc line thin dashed"), ("d", Shapes.Path(front)));
        bool above = true;
        foreach (PlanePoint one in placed)
        {
            (double x, double y) = (frame.AtX(one.X), frame.AtY(one.Y));
            Shapes.Mark(markup, SeriesStyle.Kind(one.Kind), x, y, $"{one.Name}: {one.Detail}", size: 5);

            // Neighbours may lie close: their names stand above and below in turn, on the side where there is room.
            bool isRight = x > (frame.Left + frame.Right) / 2;
            Shapes.Label(markup, "tick bold", isRight ? x - 8 : x + 8, y + (above ? -7 : 16), one.Name, isRight ? "end" : "start");
            above = !above;
        }

        markup.Close();
    }

    private static bool IsOnFront(PlanePoint one, PlanePoint[] all) =>
        !all.Any(other => other.X <= one.X && other.Y <= one.Y && (other.X < one.X || other.Y < one.Y));
}
