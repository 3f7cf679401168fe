using System;
using System.Collections.Generic;
using System.Text;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>The few SVG shapes that the charts are made of.</summary>
internal static class Shapes
{
    /// <summary>A straight line.</summary>
    public static void Line(MarkupWriter markup, string look, double x1, double y1, double x2, double y2) => markup.Leaf(
        "line",
        ("class", look),
        ("x1", NumberText.Coordinate(x1)),
        ("y1", NumberText.Coordinate(y1)),
        ("x2", NumberText.Coordinate(x2)),
        ("y2", NumberText.Coordinate(y2)));

    /// <summary>A rectangle; its tip, if any, is shown on hovering and read aloud.</summary>
    public static void Rectangle(MarkupWriter markup, string look, double x, double y, double width, double height, string? tip = null)
    {
        ReadOnlySpan<(string, string)> attributes =
        [
            ("class", look),
            ("x", NumberText.Coordinate(x)),
            ("y", NumberText.Coordinate(y)),
            ("width", NumberText.Coordinate(width)),
            ("height", NumberText.Coordinate(height)),
        ];
        if (tip is null)
        {
            markup.Leaf("rect", attributes);
            return;
        }

        markup.Open("rect", attributes);
        markup.Element("title", tip);
        markup.Close();
    }

    /// <summary>A text whose anchor is <c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    public static void Label(MarkupWriter markup, string look, double x, double y, string text, string anchor = "start") => markup.Element(
        "text", text, ("class", look), ("x", NumberText.Coordinate(x)), ("y", NumberText.Coordinate(y)), ("text-anchor", anchor));

    /// <summary>A data point; its tip, if any, is shown on hovering and read aloud.</summary>
    public static void Mark(MarkupWriter markup, SeriesStyle style, double x, double y, string? tip = null, double size = 4)
    {
        if (style.Marker == Marker.None)
        {
            return;
        }

        markup.Open("path", ("class", style.ColourClass + " mark"), ("d", MarkPath(style.Marker, x, y, size)));
        if (tip is not null)
        {
            markup.Element("title", tip);
        }

        markup.Close();
    }

    /// <summary>Path commands through points; closed if it bounds an area.</summary>
    public static string Path(IEnumerable<PlotPoint> points, bool closed = false)
    {
        var path = new StringBuilder();
        foreach (PlotPoint point in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(NumberText.Coordinate(point.X)).Append(' ').Append(NumberText.Coordinate(point.Y));
        }

        return closed && path.Length > 0 ? path.Append('Z').ToString() : path.ToString();
    }

    // Sizes give all shapes about the same area.
    private static string MarkPath(Marker marker, double x, double y, double size)
    {
        double square = size * 0.88;
        double tip = size * 1.25;
        return marker switch
        {
            Marker.Diamond => Path([new(x, y - tip), new(x + tip, y), new(x, y + tip), new(x - tip, y)], closed: true),
            Marker.Square => Path(
                [new(x - square, y - square), new(x + square, y - square), new(x + square, y + square), new(x - square, y + square)],
                closed: true),
            Marker.Triangle => Path([new(x, y - tip), new(x + tip, y + size * 0.9), new(x - tip, y + size * 0.9)], closed: true),
            Marker.Wedge => Path([new(x, y + tip), new(x + tip, y - size * 0.9), new(x - tip, y - size * 0.9)], closed: true),
            _ => $"M{NumberText.Coordinate(x - size)} {NumberText.Coordinate(y)}a{NumberText.Coordinate(size)} {NumberText.Coordinate(size)} 0 1 0 "
                + $"{NumberText.Coordinate(2 * size)} 0"
                + $"a{NumberText.Coordinate(size)} {NumberText.Coordinate(size)} 0 1 0 {NumberText.Coordinate(-2 * size)} 0Z",
        };
    }
}
