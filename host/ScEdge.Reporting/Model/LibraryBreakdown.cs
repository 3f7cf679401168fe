using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Area and power of a circuit under one cost library.</summary>
/// <param name="Library">Cost library.</param>
/// <param name="Area">Area by part.</param>
/// <param name="Power">Power by category.</param>
/// <param name="Bounded">Parts with figures that the library lacks and that lie within bounds.</param>
public sealed record LibraryBreakdown(string Library, IReadOnlyList<Bar> Area, IReadOnlyList<Bar> Power, IReadOnlyList<string> Bounded);
