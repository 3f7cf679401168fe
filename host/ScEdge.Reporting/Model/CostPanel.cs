using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>What the updates of a run would cost in silicon.</summary>
/// <param name="Library">Cost library.</param>
/// <param name="Facts">Figures with their units, in the order in which they are to be read.</param>
/// <param name="Categories">Energy of an update by category.</param>
/// <param name="Tensors">Energy of a step by tensor.</param>
/// <param name="Bounded">Parts with figures that the library lacks and that lie within bounds, each with these figures.</param>
public sealed record CostPanel(
    string Library, IReadOnlyList<Setting> Facts, IReadOnlyList<Bar> Categories, IReadOnlyList<Bar> Tensors, IReadOnlyList<string> Bounded);
