using System.Collections.Generic;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// What a search has come to so far.
/// </summary>
/// <param name="Settings">How it went about.</param>
/// <param name="Sweep">All trainings of all methods.</param>
/// <param name="Methods">What each method found.</param>
/// <param name="IsWhole">Whether every method has used up its budget or its grid.</param>
public sealed record SearchOutcome(SearchSettings Settings, SweepOutcome Sweep, IReadOnlyList<SearchedMethod> Methods, bool IsWhole);

/// <summary>What a method of a search found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Its points in the order in which it chose them.</param>
public sealed record SearchedMethod(string Name, IReadOnlyList<SearchedPoint> Points)
{
    /// <summary>Gets the share of the plane that its points dominate, 0 to 1; 0 without points.</summary>
    public double Hypervolume => Points.Count > 0 ? Points[^1].Hypervolume : 0;
}

/// <summary>A point that a method chose.</summary>
/// <param name="Summary">What its trainings came to.</param>
/// <param name="Generation">The generation that it is of, from 1.</param>
/// <param name="Values">Its objectives, to be small.</param>
/// <param name="Hypervolume">What this point and those before it dominate, 0 to 1, by the scale of all methods' points.</param>
public sealed record SearchedPoint(SweepSummary Summary, int Generation, double[] Values, double Hypervolume);
