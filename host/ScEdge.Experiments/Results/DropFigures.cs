using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Statistics;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Results;

/// <summary>
/// What stochastic training loses against a baseline of the same seeds, on the test images.
/// </summary>
/// <param name="Seeds">Number of seeds.</param>
/// <param name="BaselineFailures">Seeds from which the baseline failed to learn.</param>
/// <param name="Failures">Seeds from which stochastic training failed to learn.</param>
/// <param name="Points">Baseline minus stochastic accuracy, mean over the seeds; points. Null if a training failed.</param>
/// <param name="HalfWidth95">Half width of the 95 % interval of that mean over seeds and images; points.</param>
/// <param name="SeedHalfWidth95">The same over seeds alone; null for one seed.</param>
/// <param name="PValue">Probability of a mean at least as far from zero without any difference.</param>
/// <param name="MarginPoints">Margin of equivalence; points. Null for one seed.</param>
/// <param name="EquivalencePValue">Probability of such a mean if the difference were beyond the margin; null for one seed.</param>
/// <param name="Equivalent">Whether the whole interval lies within the margin; null for one seed.</param>
/// <param name="Discordant">Per seed the images that only the baseline got right, and those that only stochastic training did.</param>
public sealed record DropFigures(
    int Seeds,
    int BaselineFailures,
    int Failures,
    double? Points,
    double? HalfWidth95,
    double? SeedHalfWidth95,
    double? PValue,
    double? MarginPoints,
    double? EquivalencePValue,
    bool? Equivalent,
    IReadOnlyList<IReadOnlyList<int>>? Discordant)
{
    /// <summary>Compares the trainings of a run, or returns null without such a baseline.</summary>
    /// <param name="run">What was trained.</param>
    /// <param name="results">Finished seeds.</param>
    /// <param name="baseline">Picks the baseline of a seed, or null.</param>
    public static AccuracyComparison? Compare(RunComposition run, IReadOnlyList<SeedResult> results, Func<SeedResult, LegResult?> baseline)
    {
        byte[][] first = [.. results.Select(result => baseline(result)?.Test?.Correct).OfType<byte[]>()];
        byte[][] second = [.. results.Select(result => result.Stochastic?.Test?.Correct).OfType<byte[]>()];
        return first.Length == 0 || first.Length != second.Length || run.Dataset.Test.Count < 2
            ? null
            : AccuracyComparison.Of(first, second, run.Dataset.Test.Count, run.Dataset.ClassCount);
    }

    /// <summary>Returns the figures of a comparison.</summary>
    public static DropFigures? Of(AccuracyComparison? comparison) => comparison is null ? null : new DropFigures(
        comparison.Seeds,
        comparison.FirstFailures,
        comparison.SecondFailures,
        Rounded(comparison.Drop?.Points),
        Rounded(comparison.Drop?.HalfWidth95),
        Rounded(comparison.Drop?.SeedHalfWidth95),
        comparison.Drop?.PValue,
        comparison.Equivalence?.Margin,
        comparison.Equivalence?.PValue,
        comparison.Equivalence?.IsEquivalent,
        comparison.Drop is { } drop ? [.. drop.Discordant.Select(pair => new[] { pair.OnlyFirst, pair.OnlySecond })] : null);

    // Differences of shares such as 0.9876 carry rounding in the last digits, which would only confuse readers. Whoever shows fewer digits
    // rounds once more, so that no digit that may decide is lost here.
    private static double? Rounded(double? points) => points is { } value ? Math.Round(value, 12) : null;
}
