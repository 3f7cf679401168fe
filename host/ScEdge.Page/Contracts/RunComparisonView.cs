using System.Collections.Generic;

namespace ScEdge.Page.Contracts;

/// <summary>Two runs beside each other.</summary>
/// <param name="Names">The runs.</param>
/// <param name="Differing">Settings in which they differ: name, value of the first, value of the second.</param>
/// <param name="Facts">Rows of results: name, value of the first, value of the second.</param>
/// <param name="Verdict">The paired difference in a sentence, or why there is none.</param>
/// <param name="Charts">Their curves in the same figures, drawn.</param>
public sealed record RunComparisonView(
    IReadOnlyList<string> Names, IReadOnlyList<ComparedRow> Differing, IReadOnlyList<ComparedRow> Facts, string Verdict, string Charts);

/// <summary>A row of a comparison.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="First">Of the first run.</param>
/// <param name="Second">Of the second run.</param>
public sealed record ComparedRow(string Name, string First, string Second);
