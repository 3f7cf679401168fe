using System.Collections.Generic;

namespace ScEdge.Training.Optimization;

/// <summary>
/// What the phases of a step update, by optimiser.
/// </summary>
public static class PhaseNames
{
    /// <summary>Returns the names in the order of the phases; none without stochastic computing.</summary>
    public static IReadOnlyList<string> Of(OptimizerKind optimizer) => optimizer switch
    {
        OptimizerKind.ScSgd => ["weight"],
        OptimizerKind.ScMomentum => ["momentum", "weight"],
        OptimizerKind.ScAdam => ["mean", "scale", "weight"],
        _ => [],
    };
}
