using System.Collections.Generic;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>Upright strips over a chart that nobody sees until the pointer is on one: it then says what the chart shows there.</summary>
internal static class HoverStrips
{
    /// <summary>Draws strips; a drawing that stands alone has none, since nothing answers the pointer there.</summary>
    public static void Write(MarkupWriter markup, PlotFrame frame, IEnumerable<HoverStrip> strips)
    {
        if (markup.StandsAlone)
        {
            return;
        }

        foreach (HoverStrip strip in strips)
        {
            Shapes.Rectangle(markup, "strip", strip.Left, frame.Top, strip.Right - strip.Left, frame.Bottom - frame.Top, strip.Text);
        }
    }
}

/// <summary>A strip.</summary>
/// <param name="Left">Its left edge in units of the drawing.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Text">What is read there, a line for each value.</param>
internal readonly record struct HoverStrip(double Left, double Right, string Text);
