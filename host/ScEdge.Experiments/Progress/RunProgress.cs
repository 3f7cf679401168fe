using System.Collections.Generic;
using ScEdge.Costing.Ledgers;
using ScEdge.Experiments.Runs;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Progress;

/// <summary>
/// How far a run has come, whoever trains it: what its folder says.
/// </summary>
public sealed record RunProgress
{
    /// <summary>Gets what the run is.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>Gets whether it is being trained now.</summary>
    public required bool IsInTraining { get; init; }

    /// <summary>Gets the steps done, of all seeds.</summary>
    public required long StepsDone { get; init; }

    /// <summary>Gets the steps of the whole run.</summary>
    public required long StepsTotal { get; init; }

    /// <summary>Gets the epoch that the seed in training is in, 1 first.</summary>
    public required int Epoch { get; init; }

    /// <summary>Gets about how long the steps that are left take, at the pace of those done; s; null before the first and after the last.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>Gets the curves, in a report without anything else.</summary>
    public required RunReport Curves { get; init; }

    /// <summary>Gets the costs so far, all seeds together; null without a ledger.</summary>
    public LedgerTotals? Cost { get; init; }

    /// <summary>Gets how far the busiest cells of a seed have worn; null without cells or a ledger.</summary>
    public EnduranceUse? Wear { get; init; }

    /// <summary>Gets the steps after which these cells reach their rated life; null without a rating.</summary>
    public double? StepsUntilWearOut { get; init; }

    /// <summary>Gets the seeds that are done.</summary>
    public required IReadOnlyList<ulong> SeedsDone { get; init; }
}
