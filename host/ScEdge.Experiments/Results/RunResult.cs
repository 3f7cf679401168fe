using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Settings;
using ScEdge.Statistics;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Results;

/// <summary>
/// What a run came to: the object that scripts read and that the manifest ends with.
/// </summary>
public sealed record RunResult
{
    /// <summary>Gets the data set by its name.</summary>
    public required string Dataset { get; init; }

    /// <summary>Gets the network by its name.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the number of trainable parameters.</summary>
    public required int Parameters { get; init; }

    /// <summary>Gets the optimiser by its name.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Gets the coding of signs by its name.</summary>
    public required string Encoding { get; init; }

    /// <summary>Gets the stream lengths as they are written in a setting.</summary>
    public required string StreamLength { get; init; }

    /// <summary>Gets the register widths as they are written in a setting.</summary>
    public required string RegisterBits { get; init; }

    /// <summary>Gets the device by its name.</summary>
    public required string Cbram { get; init; }

    /// <summary>Gets the imperfections that were on.</summary>
    public required string Nonidealities { get; init; }

    /// <summary>Gets the number of epochs.</summary>
    public required int Epochs { get; init; }

    /// <summary>Gets the seeds.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Gets what the FP32 trainings came to; empty lists without them.</summary>
    public required LegFigures Fp32 { get; init; }

    /// <summary>Gets what the stochastic trainings came to; empty lists without them.</summary>
    public required LegFigures Sc { get; init; }

    /// <summary>Gets FP32 minus stochastic test accuracy in percentage points, mean over the seeds; null without both.</summary>
    public double? AccuracyDropPoints { get; init; }

    /// <summary>Gets the half width of the 95 % interval of that mean; null for a single seed.</summary>
    public double? AccuracyDropHalfWidth95 { get; init; }

    /// <summary>Gets the training times.</summary>
    public required LegSeconds Seconds { get; init; }

    /// <summary>Gets what the stochastic circuits did, all seeds together.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>Gets what the updates would cost in silicon, all seeds together; null without a ledger.</summary>
    public RunCost? Cost { get; init; }

    /// <summary>Gets the folder of the run.</summary>
    public required string RunDirectory { get; init; }

    /// <summary>Sums up a finished run.</summary>
    public static RunResult Of(RunComposition run, IReadOnlyList<SeedResult> results, string folder)
    {
        TrainingOptions options = run.Options;
        SampleSummary? drop = Drop(results);
        LegResult[] fp32 = [.. results.Select(result => result.Fp32).OfType<LegResult>()];
        LegResult[] stochastic = [.. results.Select(result => result.Stochastic).OfType<LegResult>()];
        return new RunResult
        {
            Dataset = options.Dataset,
            Model = options.Model,
            Parameters = run.Model.ParameterCount,
            Optimizer = SettingNames.Of(options.Optimizer),
            Encoding = SettingNames.Of(options.Encoding),
            StreamLength = options.StreamLengths.ToString(),
            RegisterBits = options.RegisterBits.ToString(),
            Cbram = options.Cbram,
            Nonidealities = options.Nonidealities,
            Epochs = options.Epochs,
            Seeds = options.Seeds,
            Fp32 = Figures(fp32),
            Sc = Figures(stochastic),
            AccuracyDropPoints = Rounded(drop?.Mean),
            AccuracyDropHalfWidth95 = Rounded(drop?.HalfWidth95),
            Seconds = new LegSeconds(
                fp32.Length == 0 ? null : Tenths(fp32), stochastic.Length == 0 ? null : Tenths(stochastic), Tenths([.. fp32, .. stochastic])),
            Counts = results
                .SelectMany(result => result.Counts)
                .GroupBy(count => count.Key)
                .ToDictionary(group => group.Key, group => group.Sum(count => count.Value)),
            Cost = options.HasLedger ? RunCost.Of(run, results) : null,
            RunDirectory = folder,
        };
    }

    private static LegFigures Figures(LegResult[] legs) => new(
        [.. legs.Select(leg => leg.EpochAccuracy[^1])], [.. legs.Select(leg => leg.EpochLoss[^1])]);

    private static SampleSummary? Drop(IReadOnlyList<SeedResult> results) => SampleSummary.Of(
    [
        .. from result in results
           where result.Fp32 is not null && result.Stochastic is not null
           select 100.0 * (result.Fp32!.EpochAccuracy[^1] - result.Stochastic!.EpochAccuracy[^1]),
    ]);

    // Differences of shares such as 0.9876 carry rounding in the last digits, which would only confuse readers.
    private static double? Rounded(double? points) => points is { } value ? Math.Round(value, 6) : null;

    private static double Tenths(LegResult[] legs) => Math.Round(legs.Sum(leg => leg.Seconds), 3);
}
