using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Reporting.Charts;

/// <summary>An axis of values that have an order and no distance: the first at 0, the next at 1, with half a step of room at both ends.</summary>
internal sealed class CategoryAxis(string title, IReadOnlyList<string> names)
    : Axis(title, -0.5, names.Count - 0.5, [.. names.Select(static (name, index) => new Tick(index, name))])
{
    /// <inheritdoc/>
    public override double Fraction(double value) => (value - Low) / (High - Low);

    /// <inheritdoc/>
    public override object Name(double value) => names[(int)value];

    /// <inheritdoc/>
    public override string Text(double value) => names[(int)value];
}
