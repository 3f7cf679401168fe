using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Horizontal bars from a common zero, each with its name before it and its value behind it.</summary>
internal sealed class BarChart(ChartText text, SeriesStyle style, IReadOnlyList<Bar> bars)
{
    private const double Pitch = 26;
    private const double Thickness = 14;

    // About the width of a letter of the style sheet's names and values.
    private const double LetterWidth = 7.4;

    /// <summary>Draws the chart.</summary>
    public void Write(MarkupWriter markup)
    {
        double left = 12 + (LetterWidth * bars.Max(bar => bar.Name.Length));
        double right = PlotFrame.StandardWidth - 12 - (LetterWidth * bars.Max(bar => bar.Label.Length));
        double longest = Math.Max(bars.Max(bar => bar.Value), double.Epsilon);
        double height = (Pitch * bars.Count) + 4;
        Drawing.Open(markup, text, "plot", PlotFrame.StandardWidth, height);
        Shapes.Line(markup, "axis", left, 0, left, height);
        for (int i = 0; i < bars.Count; i++)
        {
            double top = 2 + (i * Pitch) + ((Pitch - Thickness) / 2);
            double length = Math.Max(right - left, 1) * bars[i].Value / longest;
            Shapes.Label(markup, "tick", left - 8, top + 11, bars[i].Name, "end");
            Shapes.Rectangle(markup, style.ColourClass + " fill", left, top, length, Thickness, bars[i].Detail);
            Shapes.Label(markup, "tick bold", left + length + 7, top + 11, bars[i].Label);
        }

        markup.Close();
    }
}
