using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>What the updates of a run would cost in silicon.</summary>
/// <param name="Library">Cost library.</param>
/// <param name="Facts">Figures with their units, in the order in which they are to be read.</param>
/// <param name="Categories">Energy of an update by category.</param>
/// <param name="Tensors">Energy of a step by tensor.</param>
/// <param name="Excluded">Parts that the library has no figure for, each with what is missing.</param>
public sealed record CostPanel(
    string Library, IReadOnlyList<Setting> Facts, IReadOnlyList<Bar> Categories, IReadOnlyList<Bar> Tensors, IReadOnlyList<string> Excluded);
