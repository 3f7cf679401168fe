using System;
using System.Linq;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>The plotting area of a chart: places values, draws grid, ticks and axis titles.</summary>
internal sealed class PlotFrame
{
    /// <summary>Width of a full-size chart in user units; the page shows about one pixel per unit.</summary>
    public const double StandardWidth = 460;

    // Room for the largest text the style sheet uses: 15 units high, about 8.3 units per digit.
    private const double DigitWidth = 8.3;

    public PlotFrame(Axis x, Axis y, double width = StandardWidth, double height = 300, bool square = false)
    {
        X = x;
        Y = y;
        Width = width;
        Left = Math.Max(30, 10 + DigitWidth * y.Ticks.Select(tick => tick.Label.Length).DefaultIfEmpty(0).Max());
        Top = 34;
        Right = width - 16;
        Bottom = square ? Top + (Right - Left) : height - 48;
        Height = Bottom + 48;
    }

    public Axis X { get; }

    public Axis Y { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left { get; }

    public double Top { get; }

    public double Right { get; }

    public double Bottom { get; }

    /// <summary>Horizontal position of a value.</summary>
    public double AtX(double value) => Left + X.Fraction(value) * (Right - Left);

    /// <summary>Vertical position of a value.</summary>
    public double AtY(double value) => Bottom - Y.Fraction(value) * (Bottom - Top);

    /// <summary>Position of a point.</summary>
    public PlotPoint At(PlotPoint point) => new(AtX(point.X), AtY(point.Y));

    /// <summary>Draws what lies beneath the data.</summary>
    public void Write(MarkupWriter markup)
    {
        foreach (Tick tick in Y.Ticks)
        {
            Shapes.Line(markup, "grid", Left, AtY(tick.Value), Right, AtY(tick.Value));
            Shapes.Label(markup, "tick", Left - 8, AtY(tick.Value) + 4, tick.Label, "end");
        }

        foreach (Tick tick in X.Ticks)
        {
            Shapes.Line(markup, "axis", AtX(tick.Value), Bottom, AtX(tick.Value), Bottom + 5);
            Shapes.Label(markup, "tick", AtX(tick.Value), Bottom + 19, tick.Label, "middle");
        }

        Shapes.Line(markup, "axis", Left, Bottom, Right, Bottom);

        // The title of the upright axis lies above it: nobody has to tilt the head.
        Shapes.Label(markup, "axis-title", 0, 13, Y.Title);
        Shapes.Label(markup, "axis-title", (Left + Right) / 2, Bottom + 41, X.Title, "middle");
    }
}

/// <summary>A point in the units of its axes.</summary>
internal readonly record struct PlotPoint(double X, double Y);
