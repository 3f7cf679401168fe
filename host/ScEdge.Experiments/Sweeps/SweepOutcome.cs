using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Results;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// What a sweep has come to so far.
/// </summary>
/// <param name="Rows">The finished trainings, in the order of the plan.</param>
/// <param name="Failures">Trainings that could not be done.</param>
/// <param name="Left">Trainings that are neither.</param>
public sealed record SweepOutcome(IReadOnlyList<SweepRow> Rows, IReadOnlyList<SweepFailure> Failures, int Left)
{
    /// <summary>Gets the points of which a training is finished, in the order of the plan.</summary>
    public IReadOnlyList<SweepSummary> Summaries => SweepSummary.Of(
        [.. Rows.GroupBy(static row => row.Training.Identity).Select(static point => (IReadOnlyList<SweepRow>)[.. point])]);
}

/// <summary>A finished training.</summary>
/// <param name="Training">What was trained.</param>
/// <param name="Folder">Its folder within that of the sweep.</param>
/// <param name="Result">What it came to.</param>
public sealed record SweepRow(SweepTraining Training, string Folder, RunResult Result)
{
    /// <summary>Gets the share of test images classified correctly.</summary>
    public double TestAccuracy => Result.MainLeg.TestAccuracy[0];

    /// <summary>Gets the share of validation images classified correctly; null without such images.</summary>
    public double? ValidationAccuracy => Result.MainLeg.ValidationAccuracy is [double first, ..] ? first : null;

    /// <summary>Gets the energy of the training's stochastic circuits; aJ; null without a ledger.</summary>
    public double? EnergyAttojoules => Result.Cost is { } cost ? (double)cost.TotalAttojoules : null;
}

/// <summary>A training that could not be done.</summary>
/// <param name="Training">What should have been trained.</param>
/// <param name="Reason">Why not, a sentence.</param>
public sealed record SweepFailure(SweepTraining Training, string Reason)
{
    /// <summary>Gets the line that tells of it.</summary>
    public string Line => Start(Training) + Reason;

    /// <summary>Returns the failure of a training that is the last told of in some lines, or null.</summary>
    public static SweepFailure? Find(SweepTraining training, IEnumerable<string> lines)
    {
        string start = Start(training);
        return lines.LastOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line
            ? new SweepFailure(training, line[start.Length..])
            : null;
    }

    private static string Start(SweepTraining training) => $"failed: {training.Name}: ";
}
