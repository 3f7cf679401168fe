using System;

namespace ScEdge.Costing.Quantities;

/// <summary>A figure of which only a lower and an upper bound are known.</summary>
/// <remarks>Bounds differ by factors, so the middle is taken on a logarithmic scale.</remarks>
/// <param name="Low">Lower bound; positive, or 0 where both are.</param>
/// <param name="High">Upper bound; at least the lower one.</param>
public sealed record Bound(double Low, double High)
{
    /// <summary>Returns Low^((1 - l) / 2) High^((1 + l) / 2).</summary>
    /// <param name="level">Level l: -1 for the lower bound, 0 for their geometric mean, 1 for the upper bound.</param>
    public double At(double level) => Low == High || level == -1 ? Low
        : level == 1 ? High
        : Low * Math.Pow(High / Low, 0.5 * (1 + level));
}
