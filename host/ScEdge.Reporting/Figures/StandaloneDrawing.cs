using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Styles;

namespace ScEdge.Reporting.Figures;

/// <summary>
/// A figure as a drawing that needs nothing around it: title, legend and chart in one, every colour an attribute, on white.
/// </summary>
/// <remarks>
/// Letters are text, in a font that every system has or replaces by one without serifs; no font is put in, so that they may be a little wider or
/// narrower elsewhere.
/// </remarks>
internal static class StandaloneDrawing
{
    private const string Fonts = "Helvetica, Arial, 'Liberation Sans', sans-serif";
    private const double Margin = 16;
    private const double LineHeight = 19;

    // About the widths of letters of 15 and 13 units.
    private const double TitleLetter = 8.4;
    private const double DetailLetter = 6.9;

    /// <summary>Returns the drawing as a file.</summary>
    public static string Of(Figure figure)
    {
        double height = Draw(figure, TextWriter.Null, 0);
        StringWriter text = new();
        text.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Draw(figure, text, height);
        text.Write('\n');
        return text.ToString();
    }

    /// <summary>Draws; how high it becomes is known afterwards.</summary>
    /// <returns>Height of the drawing.</returns>
    private static double Draw(Figure figure, TextWriter text, double height)
    {
        Chart chart = figure.Chart;
        MarkupWriter markup = new(text, new DrawingStyle(chart.Look).Attributes);
        string width = NumberText.Coordinate(chart.Width + (2 * Margin));
        string whole = NumberText.Coordinate(height);
        markup.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", whole), ("viewBox", $"0 0 {width} {whole}"),
            ("font-family", Fonts), ("role", "img"));
        markup.Element("title", chart.Text.Title);
        markup.Element("desc", chart.Text.Description);
        markup.Leaf("rect", ("width", width), ("height", whole), ("fill", DrawingStyle.Paper));
        double top = Margin;
        top += Lines(markup, "standalone-title", figure.Title, chart.Width / TitleLetter, top);
        top += Lines(markup, "standalone-detail", figure.Detail ?? "", chart.Width / DetailLetter, top);
        top += 6;
        top += Legend.Draw(markup, figure.Legend, Margin, top, chart.Width);
        top += 8;
        markup.Open("g", ("transform", $"translate({NumberText.Coordinate(Margin)} {NumberText.Coordinate(top)})"));
        chart.Draw(markup);
        markup.Close();
        markup.Close();
        return top + chart.Height + Margin;
    }

    /// <summary>Writes a text in as many lines as it takes.</summary>
    /// <returns>Height of the lines.</returns>
    private static double Lines(MarkupWriter markup, string look, string text, double letters, double top)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        foreach ((int index, string line) in lines.Index())
        {
            Shapes.Label(markup, look, Margin, top + (LineHeight * index) + 13, line);
        }

        return LineHeight * lines.Count;
    }
}
