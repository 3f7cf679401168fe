using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Things between two costs on logarithmic axes; a dashed line joins those that no other beats in both.</summary>
internal sealed class FrontChart(ChartText text, string titleX, string titleY, IReadOnlyList<PlanePoint> points)
{
    // About the width of a letter of the style sheet's names.
    private const double LetterWidth = 7;
    private const double LineHeight = 13;

    private static readonly double[] Lines = [-7, 16, -21, 30, -35, 44];

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
        List<(double Left, double Right, double Y)> taken = [];
        foreach (PlanePoint one in placed)
        {
            (double x, double y) = (frame.AtX(one.X), frame.AtY(one.Y));
            Shapes.Mark(markup, SeriesStyle.Kind(one.Kind), x, y, $"{one.Name}: {one.Detail}", size: 5);

            // On the side where there is room, on the first line where no other name stands.
            bool isRight = x > (frame.Left + frame.Right) / 2;
            double length = LetterWidth * one.Name.Length;
            (double left, double right) = isRight ? (x - 8 - length, x - 8) : (x + 8, x + 8 + length);
            double line = y + Lines.FirstOrDefault(offset => !taken.Exists(
                other => other.Left < right && other.Right > left && Math.Abs(other.Y - y - offset) < LineHeight));
            taken.Add((left, right, line));
            Shapes.Label(markup, "tick bold", isRight ? right : left, line, one.Name, isRight ? "end" : "start");
        }

        markup.Close();
    }

    private static bool IsOnFront(PlanePoint one, PlanePoint[] all) =>
        !all.Any(other => other.X <= one.X && other.Y <= one.Y && (other.X < one.X || other.Y < one.Y));
}
