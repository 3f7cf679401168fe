using System.Collections.Generic;

namespace ScEdge.Costing.Pricing;

/// <summary>A part for which the library lacks a figure, so that sums exclude it.</summary>
/// <param name="Name">Part.</param>
/// <param name="Missing">What the library does not give: "area", "energy", "leakage".</param>
public sealed record ExcludedPart(string Name, IReadOnlyList<string> Missing);
