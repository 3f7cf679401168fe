using System.Collections.Generic;

namespace ScEdge.Page.Contracts;

/// <summary>What a circuit costs.</summary>
/// <param name="Facts">Figures with their spans.</param>
/// <param name="Breakdown">Area and power part by part, drawn.</param>
/// <param name="Tornados">What each input does alone, drawn.</param>
/// <param name="Solution">The fastest circuit within area and power, or why there is none.</param>
/// <param name="Units">Energy and area of multiply-accumulate units, drawn.</param>
/// <param name="Runs">Accuracy and energy of the finished runs, drawn; empty without any.</param>
public sealed record CostSheet(
    IReadOnlyList<Fact> Facts, string Breakdown, string Tornados, IReadOnlyList<Fact> Solution, string Units, string Runs);
