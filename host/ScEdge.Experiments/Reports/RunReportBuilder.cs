using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Results;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// Turns the results of a run into what its page shows.
/// </summary>
public static class RunReportBuilder
{
    /// <summary>Builds the report.</summary>
    /// <param name="run">What was trained.</param>
    /// <param name="results">Finished seeds, at least one.</param>
    /// <param name="commandLine">Command that repeats the run.</param>
    /// <param name="createdUtc">When the run began.</param>
    /// <param name="cost">What the updates would cost in silicon, or null.</param>
    public static RunReport Build(
        RunComposition run, IReadOnlyList<SeedResult> results, string commandLine, DateTimeOffset createdUtc, RunCost? cost)
    {
        ArgumentNullException.ThrowIfNull(run);
        (TrainingOptions options, Dataset dataset, ModelDescription model, CbramPreset preset) = run;
        int stepsPerEpoch = ((dataset.Training.Count - 1) / options.BatchSize) + 1;
        IReadOnlyList<TrainingRun> fp32 = TrainingCurves.Of(results, static result => result.Fp32, stepsPerEpoch);
        RunReport report = new()
        {
            Title = $"{dataset.Name} on the {model.Name} network",
            Summary = RunText.Summary(options, preset, model, fp32),
            Dataset = RunText.Dataset(dataset),
            Model = model.Name,
            ParameterCount = model.ParameterCount,
            Optimizer = RunText.Optimizer(options),
            Created = createdUtc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            CommandLine = commandLine,
            Settings = RunSettings.List(options, preset, dataset, model),
            Fp32Runs = fp32,
            FixedRuns = TrainingCurves.Of(results, static result => result.Fixed, stepsPerEpoch),
            StochasticRuns = TrainingCurves.Of(results, static result => result.Stochastic, stepsPerEpoch),
            Comparisons = Comparisons(run, results),
            LearningThreshold = LearningThreshold.Of(dataset.ClassCount),
            Confusion = Confusion(dataset, model, results),
        };
        return options.IsStochastic ? WithStochasticPart(report, run, results, cost) : report;
    }

    private static RunReport WithStochasticPart(RunReport report, RunComposition run, IReadOnlyList<SeedResult> results, RunCost? cost)
    {
        (TrainingOptions options, _, ModelDescription model, CbramPreset preset) = run;
        PassFigures? passes = PassFigures.Of(run, results);
        return report with
        {
            Encoding = RunText.Encoding(options),
            StreamLengths = RunText.StreamLengths(options),
            Passes = options.Passes is null ? "" : RunText.Passes(options.Passes),
            RegisterBits = RunText.RegisterBits(options),
            CbramPreset = preset.Name,
            Nonidealities = preset.Nonidealities.ToString(),
            Weights = Weights(model, results[0]),
            UpdateErrors = UpdateErrors.Of(options, results),
            Switching = SwitchingCurves.Of(preset),
            Totals = Totals(results),
            Products = passes is null ? null : PassPanels.Of(passes),
            Cost = cost is null ? null : CostPanels.Of(cost, model.ParameterCount, results.Count),
        };
    }

    private static List<BaselineComparison> Comparisons(RunComposition run, IReadOnlyList<SeedResult> results)
    {
        List<BaselineComparison> comparisons = [];
        if (DropFigures.Compare(run, results, static result => result.Fp32) is { } fp32)
        {
            comparisons.Add(new BaselineComparison("FP32", fp32));
        }

        if (DropFigures.Compare(run, results, static result => result.Fixed) is { } fixedPoint)
        {
            comparisons.Add(new BaselineComparison("fixed point", fixedPoint));
        }

        return comparisons;
    }

    private static ConfusionPanel? Confusion(Dataset dataset, ModelDescription model, IReadOnlyList<SeedResult> results)
    {
        bool stochastic = results.All(static result => result.Stochastic is not null);
        long[] sum = new long[model.Classes * model.Classes];
        foreach (SeedResult result in results)
        {
            if ((stochastic ? result.Stochastic : result.Fp32)?.Test is not { } test || test.Confusion.Count != sum.Length)
            {
                return null;
            }

            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += test.Confusion[i];
            }
        }

        // A network may know more classes than the data have; those go by their numbers.
        IEnumerable<string> further = Enumerable.Range(dataset.ClassCount, model.Classes - dataset.ClassCount)
            .Select(static number => number.ToString(CultureInfo.InvariantCulture));
        string seeds = results.Count == 1 ? "one seed" : $"{results.Count} seeds together";
        return new ConfusionPanel([.. dataset.ClassNames, .. further], new ConfusionMatrix(model.Classes, sum))
        {
            Caption = $"{(stochastic ? "Stochastic" : "FP32")} training after the last epoch, {seeds}.",
        };
    }

    private static List<WeightHistogram> Weights(ModelDescription model, SeedResult first)
    {
        List<WeightHistogram> histograms = [];
        foreach (WeightDistribution weights in first.Weights)
        {
            // A baseline that has diverged leaves no width to draw.
            if (weights.Stochastic.Count > 0 && double.IsFinite(weights.BinWidth) && weights.BinWidth > 0)
            {
                histograms.Add(new WeightHistogram(
                    weights.Tensor, weights.LowestEdge, weights.BinWidth, weights.Stochastic, weights.Fp32.Count > 0 ? weights.Fp32 : null)
                {
                    Shape = model.Parameters.FirstOrDefault(parameter => parameter.Name == weights.Tensor) is { } parameter
                        ? string.Join(" × ", parameter.Shape)
                        : null,
                });
            }
        }

        return histograms;
    }

    private static RunTotals Totals(IReadOnlyList<SeedResult> results)
    {
        long? Sum(string name) => results.Any(result => result.Counts.ContainsKey(name))
            ? results.Sum(result => result.Counts.GetValueOrDefault(name))
            : null;
        return new RunTotals
        {
            BitsGenerated = Sum("bits"),
            SetPulses = Sum("set_pulses"),
            SetEvents = Sum("set_events"),
            ResetPulses = Sum("reset_pulses"),
            Reads = Sum("reads"),
            RandomWords = Sum("random_words"),
            Saturations = Sum("saturations"),
        };
    }
}
