using System.Collections.Generic;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Reports;
using ScEdge.Experiments.Settings;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// What a run trains, on what, with what: the lines above its progress.
/// </summary>
internal static class RunHeadline
{
    /// <summary>Returns the network and the images.</summary>
    public static string Task(RunComposition run) =>
        $"{run.Model.Name} ({run.Model.ParameterCount:N0} parameters) learns {run.Dataset.Name} "
        + $"({Images(run.Dataset)}, {run.Dataset.ClassCount} classes)";

    private static string Images(Dataset dataset)
    {
        string validation = dataset.Validation.Count > 0 ? $" {dataset.Validation.Count:N0} validation," : "";
        return $"{dataset.Training.Count:N0} training,{validation} {dataset.Test.Count:N0} test images";
    }

    /// <summary>Returns what computes the updates.</summary>
    public static string Method(RunComposition run)
    {
        TrainingOptions options = run.Options;
        string optimizer = OptimizerNames.Of(options.Optimizer);
        if (!options.IsStochastic)
        {
            return $"{optimizer}: FP32 updates, no stochastic computing";
        }

        string encoding = SettingNames.Of(options.Encoding);
        string effects = options.Nonidealities == "none" ? "" : $" with {options.Nonidealities.Replace(" ", ", ")}";
        string beside = options.Baselines == Baselines.None
            ? ""
            : $"; beside it {SettingNames.Of(options.Baselines).Replace("fp32", "FP32").Replace(",", " and ")}";
        string passes = $"; passes in {(options.Passes is { } streams ? RunText.Numbers(streams) : "FP32")}";
        string source = options.UpdateSource == StreamSource.OwnCells
            ? $"{run.Preset.Name} cells{effects}"
            : $"from {SettingNames.Of(options.UpdateSource)}";
        return options.HasUpdateStreams
            ? $"{optimizer}, {encoding} streams of {options.StreamLengths} bits, {source}{passes}{beside}"
            : $"{optimizer}, fixed point with stochastic rounding{passes}{beside}";
    }

    /// <summary>Returns all lines.</summary>
    public static IEnumerable<string> Lines(RunComposition run, int threads)
    {
        yield return Task(run);
        yield return Method(run);
        string seeds = run.Options.Seeds.Count == 1 ? $"seed {run.Options.Seeds[0]}" : $"seeds {string.Join(", ", run.Options.Seeds)}";
        string team = threads == 1 ? "1 thread" : $"{threads} threads";
        yield return $"{(run.Options.Epochs == 1 ? "1 epoch" : $"{run.Options.Epochs} epochs")}, batches of {run.Options.BatchSize}, {seeds}, {team}";
    }
}
