using System.Collections.Generic;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>Names of the series: on a page a line of text that wraps, in a drawing that stands alone rows above it; they never cover data.</summary>
internal static class Legend
{
    private const double SampleWidth = 26;
    private const double RowHeight = 20;

    // About the width of a letter of the style sheet's legends.
    private const double LetterWidth = 7.1;

    /// <summary>Writes the list; nothing where there are no names.</summary>
    public static void Write(MarkupWriter markup, IReadOnlyList<LegendEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        markup.Open("ul", ("class", "legend"));
        foreach (LegendEntry entry in entries)
        {
            markup.Open("li");
            markup.Open("svg", ("class", "sample"), ("viewBox", "0 0 26 12"), ("aria-hidden", "true"));
            DrawSample(markup, entry, 0, 6);
            markup.Close();
            markup.Element("span", entry.Name);
            markup.Close();
        }

        markup.Close();
    }

    /// <summary>Draws the names in rows, from a place down.</summary>
    /// <returns>Height of the rows.</returns>
    public static double Draw(MarkupWriter markup, IReadOnlyList<LegendEntry> entries, double left, double top, double width)
    {
        double x = 0;
        double y = 0;
        foreach (LegendEntry entry in entries)
        {
            double needed = SampleWidth + 8 + (LetterWidth * entry.Name.Length);
            (x, y) = x > 0 && x + needed > width ? (0, y + RowHeight) : (x, y);
            DrawSample(markup, entry, left + x, top + y + (RowHeight / 2));
            Shapes.Label(markup, "tick", left + x + SampleWidth + 8, top + y + (RowHeight / 2) + 4, entry.Name);
            x += needed + 16;
        }

        return entries.Count == 0 ? 0 : y + RowHeight;
    }

    private static void DrawSample(MarkupWriter markup, LegendEntry entry, double left, double middle)
    {
        SeriesStyle style = entry.Style;
        if (entry.Sample == LegendSample.Fill)
        {
            Shapes.Rectangle(markup, style.ColourClass + " fill", left + 4, middle - 6, 18, 12);
            return;
        }

        if (entry.Sample == LegendSample.Line)
        {
            PlotPoint[] line = [new(left, middle), new(left + SampleWidth, middle)];
            markup.Leaf("path", ("class", style.ColourClass + " line" + (style.Dashed ? " dashed" : "")), ("d", Shapes.Path(line)));
        }

        Shapes.Mark(markup, style, left + (SampleWidth / 2), middle, size: 3.6);
    }
}
