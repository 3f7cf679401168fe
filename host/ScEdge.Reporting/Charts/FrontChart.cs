using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Things between two costs on logarithmic axes; a dashed line joins those that no other beats in both.</summary>
internal sealed class FrontChart(ChartText text, string titleX, string titleY, IReadOnlyList<PlanePoint> points) : Chart(text)
{
    // About the width of a letter of the style sheet's names.
    private const double LetterWidth = 7;
    private const double LineHeight = 13;

    private static readonly double[] Lines = [-7, 16, -21, 30, -35, 44];

    private readonly PlanePoint[] _placed = Placed(points);
    private readonly PlotFrame _frame = Frame(titleX, titleY, Placed(points));

    /// <inheritdoc/>
    public override double Width => _frame.Width;

    /// <inheritdoc/>
    public override double Height => _frame.Height;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("name", titleX, titleY, "on the front", "detail");
            foreach (PlanePoint one in _placed)
            {
                table.Add(one.Name, one.X, one.Y, IsOnFront(one) ? "yes" : "no", one.Detail);
            }

            return table;
        }
    }

    /// <summary>Draws the chart; points that are not positive cannot be placed and are left out.</summary>
    public override void Draw(MarkupWriter markup)
    {
        PlotFrame frame = _frame;
        frame.Write(markup);
        PlotPoint[] front = [.. _placed.Where(IsOnFront).Select(one => frame.At(new PlotPoint(one.X, one.Y)))];
        markup.Leaf("path", ("class", "s-sc line thin dashed"), ("d", Shapes.Path(front)));
        List<(double Left, double Right, double Y)> taken = [];
        foreach (PlanePoint one in _placed)
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
    }

    private static PlanePoint[] Placed(IReadOnlyList<PlanePoint> points) =>
        [.. points.Where(static one => ScatterChart.Placeable(new PlotPoint(one.X, one.Y))).OrderBy(static one => one.X)];

    private static PlotFrame Frame(string titleX, string titleY, PlanePoint[] placed)
    {
        double[] x = [.. placed.Select(static one => one.X).DefaultIfEmpty(1)];
        double[] y = [.. placed.Select(static one => one.Y).DefaultIfEmpty(1)];
        return new PlotFrame(LogAxis.Covering(titleX, x.Min(), x.Max() * 1.2), LogAxis.Covering(titleY, y.Min(), y.Max()));
    }

    private bool IsOnFront(PlanePoint one) =>
        !_placed.Any(other => other.X <= one.X && other.Y <= one.Y && (other.X < one.X || other.Y < one.Y));
}
