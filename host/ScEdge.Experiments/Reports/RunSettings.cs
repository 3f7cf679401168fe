using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Experiments.Settings;
using ScEdge.Reporting.Model;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// The settings of a run in the order in which a reader wants them; those that had no effect are left out.
/// </summary>
public static class RunSettings
{
    /// <summary>Lists the settings.</summary>
    public static IReadOnlyList<Setting> List(
        TrainingOptions options, CbramPreset preset, Dataset dataset, ModelDescription model)
    {
        List<Setting> settings =
        [
            new("data set", options.Dataset),
            new("training images", options.ImageLimit == 0 ? Whole(dataset.Training.Count) : $"the first {Whole(dataset.Training.Count)}"),
            new("validation images", Whole(dataset.Validation.Count)),
            new("test images", Whole(dataset.Test.Count)),
            new("network", options.Model == model.Name ? model.Name : $"{model.Name} ({options.Model})"),
            new("parameters", Whole(model.ParameterCount)),
            new("epochs", Whole(options.Epochs)),
            new("batch size", Whole(options.BatchSize)),
            new("learning rate", RunText.RateSchedule(options)),
        ];
        if (options.UsesMomentum)
        {
            settings.Add(new("momentum", RunText.Number(options.Momentum)));
        }

        settings.Add(new("weight decay", RunText.Number(options.WeightDecay)));
        settings.Add(new("optimiser", OptimizerNames.Of(options.Optimizer)));
        if (options.IsStochastic)
        {
            AddStochastic(settings, options, preset);
        }

        settings.Add(new(options.Seeds.Count == 1 ? "seed" : "seeds", string.Join(", ", options.Seeds)));
        return settings;
    }

    private static void AddStochastic(List<Setting> settings, TrainingOptions options, CbramPreset preset)
    {
        if (options.Passes is { } passes)
        {
            settings.Add(new("passes", RunText.Passes(passes)));
        }

        settings.Add(new("update source", SettingNames.Of(options.UpdateSource)));
        if (options.HasUpdateStreams)
        {
            settings.Add(new("encoding", RunText.Encoding(options)));
            settings.Add(new("stream lengths", RunText.StreamLengths(options)));
        }

        settings.Add(new("register bits", RunText.RegisterBits(options)));
        settings.Add(new("gradient bits", Whole(options.GradientBits)));
        if (options.UsesRateStream && options.HasUpdateStreams)
        {
            settings.Add(new("learning rate mode", options.RateAsStream ? "stream" : "shift"));
        }

        if (options.UsesCells)
        {
            AddCells(settings, options, preset);
        }

        settings.Add(new("baselines", SettingNames.Of(options.Baselines)));
    }

    private static void AddCells(List<Setting> settings, TrainingOptions options, CbramPreset preset)
    {
        settings.Add(new("cells", options.Cbram == preset.Name ? preset.Name : $"{preset.Name} ({options.Cbram})"));
        settings.Add(new("non-idealities", preset.Nonidealities.ToString()));
        settings.Add(new(
            "cell allocation",
            options.Cells == CellAllocation.Own ? "own cells for every parameter" : $"{Whole(options.Lanes)} lanes per tensor, rotating"));
        settings.Add(new("write", options.SerialWrite ? "one cell takes all pulses of a number" : "a pulse for each of N cells"));
        settings.Add(new("device seed", options.DeviceSeed?.ToString(CultureInfo.InvariantCulture) ?? "as the seed"));
    }

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
