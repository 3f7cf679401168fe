using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Serialization;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Settings;
using ScEdge.Stochastic.Passes;
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

    /// <summary>Gets what makes the bits of the updates, by its name.</summary>
    public string UpdateSource { get; init; } = SettingNames.Of(default(StreamSource));

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

    /// <summary>Gets what the trainings in fixed-point arithmetic came to; empty lists without them.</summary>
    public required LegFigures Fixed { get; init; }

    /// <summary>Gets what the stochastic trainings came to; empty lists without them.</summary>
    public required LegFigures Sc { get; init; }

    /// <summary>Gets the trainings that the settings are about: the stochastic ones, or the FP32 ones where there are none.</summary>
    [JsonIgnore]
    public LegFigures MainLeg => Sc.TestAccuracy.Count > 0 ? Sc : Fp32;

    /// <summary>Gets what stochastic training loses against FP32; null without both.</summary>
    public DropFigures? DropFromFp32 { get; init; }

    /// <summary>Gets what stochastic training loses against fixed-point arithmetic; null without both.</summary>
    public DropFigures? DropFromFixed { get; init; }

    /// <summary>Gets the training times.</summary>
    public required LegSeconds Seconds { get; init; }

    /// <summary>Gets what the stochastic circuits did, all seeds together.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>Gets what the passes in bit streams did and would cost, all seeds together; null for passes in FP32.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PassFigures? Passes { get; init; }

    /// <summary>Gets what updates, and passes in bit streams, would cost in silicon, all seeds together; null without a ledger.</summary>
    public RunCost? Cost { get; init; }

    /// <summary>Gets the folder of the run.</summary>
    public required string RunDirectory { get; init; }

    /// <summary>Sums up a finished run.</summary>
    public static RunResult Of(RunComposition run, IReadOnlyList<SeedResult> results, string folder)
    {
        TrainingOptions options = run.Options;
        LegResult[] fp32 = [.. results.Select(result => result.Fp32).OfType<LegResult>()];
        LegResult[] fixedPoint = [.. results.Select(result => result.Fixed).OfType<LegResult>()];
        LegResult[] stochastic = [.. results.Select(result => result.Stochastic).OfType<LegResult>()];
        return new RunResult
        {
            Dataset = options.Dataset,
            Model = options.Model,
            Parameters = run.Model.ParameterCount,
            Optimizer = OptimizerNames.Of(options.Optimizer),
            Encoding = SettingNames.Of(options.Encoding),
            UpdateSource = SettingNames.Of(options.UpdateSource),
            StreamLength = options.StreamLengths.ToString(),
            RegisterBits = options.RegisterBits.ToString(),
            Cbram = options.Cbram,
            Nonidealities = options.Nonidealities,
            Epochs = options.Epochs,
            Seeds = options.Seeds,
            Fp32 = Figures(fp32),
            Fixed = Figures(fixedPoint),
            Sc = Figures(stochastic),
            DropFromFp32 = DropFigures.Of(DropFigures.Compare(run, results, static result => result.Fp32)),
            DropFromFixed = DropFigures.Of(DropFigures.Compare(run, results, static result => result.Fixed)),
            Seconds = new LegSeconds(TimeOf(fp32), TimeOf(fixedPoint), TimeOf(stochastic), TimeOf([.. fp32, .. fixedPoint, .. stochastic]) ?? 0),
            Counts = results
                .SelectMany(result => result.Counts)
                .GroupBy(count => count.Key)
                .ToDictionary(group => group.Key, group => group.Sum(count => count.Value)),
            Passes = PassFigures.Of(run, results),
            Cost = options.HasLedger ? RunCost.Of(run, results) : null,
            RunDirectory = folder,
        };
    }

    private static LegFigures Figures(LegResult[] legs)
    {
        TestResult[] tests = [.. legs.Select(leg => leg.Test!)];
        TestResult[] inStreams = [.. legs.Select(leg => leg.StreamTest).OfType<TestResult>()];
        return new LegFigures(
            [.. legs.Where(leg => leg.ValidationAccuracy.Count > 0).Select(leg => leg.ValidationAccuracy[^1])],
            [.. tests.Select(test => test.Accuracy)],
            [.. tests.Select(test => test.Loss)],
            [.. tests.Select(test => test.Correct)])
        {
            StreamTestAccuracy = inStreams.Length == 0 ? null : [.. inStreams.Select(test => test.Accuracy)],
        };
    }

    private static double? TimeOf(LegResult[] legs) => legs.Length == 0 ? null : Math.Round(legs.Sum(leg => leg.Seconds), 3);
}

/// <summary>
/// Time spent in training steps, all seeds together, in seconds; null for a training that did not take place.
/// </summary>
/// <param name="Fp32">Of the FP32 training.</param>
/// <param name="Fixed">Of the training in fixed-point arithmetic.</param>
/// <param name="Sc">Of the stochastic training.</param>
/// <param name="Total">Of all.</param>
public sealed record LegSeconds(double? Fp32, double? Fixed, double? Sc, double Total);
