using System.Collections.Generic;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>Names of the series as a line of text that wraps; outside the drawing it can never cover data.</summary>
internal static class Legend
{
    /// <summary>Kind of sample before a name.</summary>
    public enum Sample
    {
        /// <summary>A piece of line, with the series' mark if it has one.</summary>
        Line,

        /// <summary>The mark alone.</summary>
        Mark,

        /// <summary>A filled square.</summary>
        Fill,
    }

    /// <summary>Writes the list.</summary>
    public static void Write(MarkupWriter markup, IEnumerable<(string Name, SeriesStyle Style, Sample Sample)> entries)
    {
        markup.Open("ul", ("class", "legend"));
        foreach ((string name, SeriesStyle style, Sample sample) in entries)
        {
            markup.Open("li");
            markup.Open("svg", ("class", "sample"), ("viewBox", "0 0 26 12"), ("aria-hidden", "true"));
            if (sample == Sample.Fill)
            {
                Shapes.Rectangle(markup, style.ColourClass + " fill", 4, 0, 18, 12);
            }
            else
            {
                if (sample == Sample.Line)
                {
                    markup.Leaf("path", ("class", style.ColourClass + " line" + (style.Dashed ? " dashed" : "")), ("d", "M0 6L26 6"));
                }

                Shapes.Mark(markup, style, 13, 6, size: 3.6);
            }

            markup.Close();
            markup.Element("span", name);
            markup.Close();
        }

        markup.Close();
    }
}
