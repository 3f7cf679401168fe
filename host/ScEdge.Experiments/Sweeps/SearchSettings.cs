using System.Collections.Generic;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// How a search goes about a plan.
/// </summary>
/// <param name="Objectives">Two objectives.</param>
/// <param name="Budget">Points that each method trains, each from all seeds of the plan; 1 or more.</param>
/// <param name="Population">Points of a generation; 2 or more.</param>
/// <param name="Seed">Seed of the search, which is not one of the trainings.</param>
/// <param name="Methods">Names of the methods.</param>
public sealed record SearchSettings(
    IReadOnlyList<SearchObjective> Objectives, int Budget, int Population, ulong Seed, IReadOnlyList<string> Methods)
{
    /// <summary>Name of the search by generations.</summary>
    public const string Genetic = "nsga2";

    /// <summary>Name of the points at random.</summary>
    public const string Random = "random";

    /// <summary>Returns the points of a generation where none are given: a fifth of the budget, 4 to 40, even.</summary>
    public static int DefaultPopulation(int budget) => System.Math.Clamp(budget / 10 * 2, 4, 40);
}
