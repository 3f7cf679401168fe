using System;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>A small gauge: where a bias lies between minus and plus its bound.</summary>
internal static class BiasGauge
{
    private const double Width = 160;
    private const double Middle = Width / 2;
    private const double Bound = 60;

    /// <summary>Draws the gauge; a bias outside its bound is drawn in the colour of warnings.</summary>
    public static void Write(MarkupWriter markup, ChartText text, double bias, double bound)
    {
        double share = bound > 0 ? bias / bound : bias == 0 ? 0 : Math.Sign(bias) * 2;
        Drawing.Open(markup, text, "gauge", Width, 20);
        Shapes.Rectangle(markup, "ground", Middle - Bound, 6, 2 * Bound, 8);
        Shapes.Line(markup, "axis", Middle, 2, Middle, 18);
        Shapes.Line(markup, "axis", Middle - Bound, 4, Middle - Bound, 16);
        Shapes.Line(markup, "axis", Middle + Bound, 4, Middle + Bound, 16);
        var style = new SeriesStyle(Math.Abs(share) <= 1 ? "s-good" : "s-bad", Math.Abs(share) <= 1 ? Marker.Circle : Marker.Diamond);
        Shapes.Mark(markup, style, Middle + Bound * Math.Clamp(share, -1.22, 1.22), 10, size: 4.5);
        markup.Close();
    }
}
