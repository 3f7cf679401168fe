using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Horizontal bars from a common zero, each with its name before it and its value behind it.</summary>
/// <param name="text">Title and description.</param>
/// <param name="style">Colour.</param>
/// <param name="unit">Unit of the values.</param>
/// <param name="bars">The bars, at least one.</param>
internal sealed class BarChart(ChartText text, SeriesStyle style, string unit, IReadOnlyList<Bar> bars) : Chart(text)
{
    private const double Pitch = 26;
    private const double Thickness = 14;

    // About the width of a letter of the style sheet's names and values.
    private const double LetterWidth = 7.4;

    /// <inheritdoc/>
    public override double Width => PlotFrame.StandardWidth;

    /// <inheritdoc/>
    public override double Height => (Pitch * bars.Count) + 4;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("name", $"value, {unit}", "detail");
            foreach (Bar bar in bars)
            {
                table.Add(bar.Name, bar.Value, bar.Detail);
            }

            return table;
        }
    }

    /// <inheritdoc/>
    public override void Draw(MarkupWriter markup)
    {
        double left = 12 + (LetterWidth * bars.Max(bar => bar.Name.Length));
        double right = PlotFrame.StandardWidth - 12 - (LetterWidth * bars.Max(bar => bar.Label.Length));
        double longest = Math.Max(bars.Max(bar => bar.Value), double.Epsilon);
        Shapes.Line(markup, "axis", left, 0, left, Height);
        for (int i = 0; i < bars.Count; i++)
        {
            double top = 2 + (i * Pitch) + ((Pitch - Thickness) / 2);
            double length = Math.Max(right - left, 1) * bars[i].Value / longest;
            Shapes.Label(markup, "tick", left - 8, top + 11, bars[i].Name, "end");
            Shapes.Rectangle(markup, style.ColourClass + " fill", left, top, length, Thickness, $"{bars[i].Name}: {bars[i].Detail ?? bars[i].Label}");
            Shapes.Label(markup, "tick bold", left + length + 7, top + 11, bars[i].Label);
        }
    }
}
