using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>Lines over a common axis, with optional bands and one marked range.</summary>
internal sealed class LineChart(ChartText text, Axis x, Axis y, IReadOnlyList<LineSeries> series) : Chart(text)
{
    private readonly PlotFrame _frame = new(x, y);

    /// <summary>A range of the horizontal axis to shade; null shades none.</summary>
    public (double Low, double High, string Label)? Range { get; init; }

    /// <inheritdoc/>
    public override double Width => _frame.Width;

    /// <inheritdoc/>
    public override double Height => _frame.Height;

    /// <inheritdoc/>
    public override PointTable Points => LinePoints.Of(x, y, series);

    /// <inheritdoc/>
    public override void Draw(MarkupWriter markup)
    {
        PlotFrame frame = _frame;
        WriteRange(markup, frame);
        frame.Write(markup);
        foreach (LineSeries one in series.Where(one => one.Lower.Count > 0))
        {
            IEnumerable<PlotPoint> outline = one.Upper.Concat(one.Lower.Reverse()).Select(frame.At);
            markup.Leaf("path", ("class", one.Style.ColourClass + " band"), ("d", Shapes.Path(outline, closed: true)));
        }

        foreach (LineSeries one in series.Where(static one => one.Points.Count > 1))
        {
            string look = one.Style.ColourClass + " line" + (one.Style.Dashed ? " dashed" : "") + (one.Strong ? " strong" : "");
            markup.Open("path", ("class", look), ("d", Shapes.Path(one.Points.Select(frame.At))));
            markup.Element("title", one.Name);
            markup.Close();
        }

        HoverStrips.Write(markup, frame, LinePoints.Strips(frame, series));

        // A line through one point is a point.
        foreach (LineSeries one in series.Where(static one => one.Marked || one.Points.Count == 1))
        {
            foreach (PlotPoint point in one.Points)
            {
                string tip = $"{one.Name}: {frame.X.Text(point.X)}, {NumberText.Precise(point.Y)}";
                Shapes.Mark(markup, one.Style, frame.AtX(point.X), frame.AtY(point.Y), tip);
            }
        }
    }

    private void WriteRange(MarkupWriter markup, PlotFrame frame)
    {
        if (Range is not (double low, double high, string label) || high < x.Low || low > x.High)
        {
            return;
        }

        double left = frame.AtX(Math.Max(low, x.Low));
        double right = frame.AtX(Math.Min(high, x.High));
        Shapes.Rectangle(markup, "range", left, frame.Top, right - left, frame.Bottom - frame.Top);
        Shapes.Line(markup, "range-edge", left, frame.Top, left, frame.Bottom);
        Shapes.Line(markup, "range-edge", right, frame.Top, right, frame.Bottom);

        // A label is about 130 units wide and must not leave the drawing at the left.
        Shapes.Label(markup, "tick", Math.Max(right, 140), 27, label, "end");
    }
}

/// <summary>A line, with a band around it if it is the mean of several.</summary>
internal sealed record LineSeries(string Name, SeriesStyle Style, IReadOnlyList<PlotPoint> Points)
{
    /// <summary>Lower edge of the band, point for point; empty for a line without one.</summary>
    public IReadOnlyList<PlotPoint> Lower { get; init; } = [];

    /// <summary>Upper edge of the band, point for point.</summary>
    public IReadOnlyList<PlotPoint> Upper { get; init; } = [];

    /// <summary>Whether every point is marked.</summary>
    public bool Marked { get; init; }

    /// <summary>Whether the line is the one to look at.</summary>
    public bool Strong { get; init; }
}
