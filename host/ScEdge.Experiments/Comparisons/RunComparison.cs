using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Statistics;

namespace ScEdge.Experiments.Comparisons;

/// <summary>
/// Finished runs beside the first of them: test accuracies paired by seed and image.
/// </summary>
public sealed class RunComparison
{
    /// <summary>Compares.</summary>
    /// <param name="runs">Two runs or more.</param>
    /// <exception cref="InputException">A run is not finished.</exception>
    public RunComparison(IReadOnlyList<FoundRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        foreach (FoundRun run in runs)
        {
            if (run.Manifest.Result is null)
            {
                throw new InputException($"The run in {run.Folder} is not finished: resume it first.");
            }
        }

        Runs = [.. runs.Select(run => new ComparedRun(run, run == runs[0] ? null : Paired(runs[0], run), Obstacle(runs[0], run)))];
    }

    /// <summary>Gets the runs, in the order in which they were given.</summary>
    public IReadOnlyList<ComparedRun> Runs { get; }

    private static AccuracyComparison? Paired(FoundRun first, FoundRun second)
    {
        ulong[] seeds = [.. CommonSeeds(first, second)];
        return Obstacle(first, second) is not null ? null : AccuracyComparison.Of(
            Correct(first, seeds), Correct(second, seeds), first.Manifest.Data.TestImages, first.Manifest.Data.Classes);
    }

    /// <summary>Why two runs cannot be paired, or null.</summary>
    private static string? Obstacle(FoundRun first, FoundRun second) =>
        (first.Manifest.Options.Dataset, first.Manifest.Options.Split) != (second.Manifest.Options.Dataset, second.Manifest.Options.Split)
            || first.Manifest.Data.TestImages != second.Manifest.Data.TestImages ? "other test images"
        : first.Manifest.Data.TestImages < 2 ? "fewer than two test images"
        : !CommonSeeds(first, second).Any() ? "no seed in common"
        : null;

    private static IEnumerable<ulong> CommonSeeds(FoundRun first, FoundRun second) =>
        first.Manifest.Options.Seeds.Intersect(second.Manifest.Options.Seeds);

    private static byte[][] Correct(FoundRun run, ulong[] seeds)
    {
        List<ulong> own = [.. run.Manifest.Options.Seeds];
        return [.. seeds.Select(seed => run.Manifest.Result!.MainLeg.TestCorrect[own.IndexOf(seed)])];
    }
}

/// <summary>A run beside the first.</summary>
/// <param name="Run">The run.</param>
/// <param name="AgainstFirst">What it loses against the first over common seeds; null for the first itself and where they cannot be paired.</param>
/// <param name="Obstacle">Why they cannot be paired, or null.</param>
public sealed record ComparedRun(FoundRun Run, AccuracyComparison? AgainstFirst, string? Obstacle);
