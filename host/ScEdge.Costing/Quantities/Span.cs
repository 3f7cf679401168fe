namespace ScEdge.Costing.Quantities;

/// <summary>A figure with the smallest and the largest value that it can take within the bounds of its inputs.</summary>
/// <param name="Low">Smallest.</param>
/// <param name="Nominal">With every input at its nominal value.</param>
/// <param name="High">Largest.</param>
public sealed record Span(double Low, double Nominal, double High)
{
    /// <summary>Returns the span of another unit.</summary>
    /// <param name="factor">Units of the other in one of this; positive.</param>
    public Span Times(double factor) => new(Low * factor, Nominal * factor, High * factor);
}
