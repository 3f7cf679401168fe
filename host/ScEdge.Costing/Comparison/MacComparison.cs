using ScEdge.Costing.Libraries;

namespace ScEdge.Costing.Comparison;

/// <summary>A binary unit over a stochastic one, both of one library.</summary>
/// <param name="Numerator">Binary unit.</param>
/// <param name="Denominator">Stochastic unit.</param>
/// <param name="Area">Ratio of areas; null where a figure is missing.</param>
/// <param name="Energy">Ratio of energies per MAC; null where a figure is missing.</param>
/// <param name="Scope">How far the ratio holds.</param>
public sealed record MacComparison(
    MacCost Numerator, MacCost Denominator, LibraryRatio? Area, LibraryRatio? Energy, string Scope);
