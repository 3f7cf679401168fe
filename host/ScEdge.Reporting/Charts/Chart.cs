using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>A drawing of points.</summary>
/// <param name="text">Its name, and what a screen reader says of it.</param>
internal abstract class Chart(ChartText text)
{
    /// <summary>Its name, and what a screen reader says of it.</summary>
    public ChartText Text { get; } = text;

    /// <summary>Classes of the drawing.</summary>
    public virtual string Look => "plot";

    /// <summary>Width in units of the drawing, about pixels.</summary>
    public abstract double Width { get; }

    /// <summary>Height in the same units.</summary>
    public abstract double Height { get; }

    /// <summary>What is drawn, as numbers.</summary>
    public abstract PointTable Points { get; }

    /// <summary>Draws the chart as an element of a page.</summary>
    public void Write(MarkupWriter markup)
    {
        Drawing.Open(markup, Text, Look, Width, Height);
        Draw(markup);
        markup.Close();
    }

    /// <summary>Draws what the element holds.</summary>
    public abstract void Draw(MarkupWriter markup);
}
