using System.Collections.Generic;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>A range of values with its ticks and its title.</summary>
internal abstract class Axis(string title, double low, double high, IReadOnlyList<Tick> ticks)
{
    /// <summary>Quantity and unit.</summary>
    public string Title { get; } = title;

    /// <summary>Value at the axis' start.</summary>
    public double Low { get; } = low;

    /// <summary>Value at the axis' end.</summary>
    public double High { get; } = high;

    /// <summary>Ticks in rising order, all within the range.</summary>
    public IReadOnlyList<Tick> Ticks { get; } = ticks;

    /// <summary>A value as it is read.</summary>
    public virtual string Text(double value) => NumberText.Significant(value);

    /// <summary>A value as a table has it: its number, or its name where it has no other.</summary>
    public virtual object Name(double value) => value;

    /// <summary>Position of a value: 0 at the start, 1 at the end.</summary>
    public abstract double Fraction(double value);
}

/// <summary>A labelled position on an axis.</summary>
internal readonly record struct Tick(double Value, string Label);
