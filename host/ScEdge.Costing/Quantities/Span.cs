namespace ScEdge.Costing.Quantities;

/// <summary>A figure with the smallest and the largest value that it can take within the bounds of its inputs.</summary>
/// <param name="Low">Smallest.</param>
/// <param name="Nominal">With every input at its nominal value.</param>
/// <param name="High">Largest.</param>
public sealed record Span(double Low, double Nominal, double High)
{
    /// <summary>Returns the low end at level -1, the nominal value at 0, the high end at 1.</summary>
    /// <remarks>Between them what lies there on a logarithmic scale.</remarks>
    /// <param name="level">Level; -1 to 1.</param>
    public double At(double level) => level < 0 ? new Bound(Low, Nominal).At((2 * level) + 1) : new Bound(Nominal, High).At((2 * level) - 1);

    /// <summary>Returns the span of another unit.</summary>
    /// <param name="factor">Units of the other in one of this; positive.</param>
    public Span Times(double factor) => new(Low * factor, Nominal * factor, High * factor);
}
