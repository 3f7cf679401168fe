using System.Collections.Generic;
using System.Linq;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The settings of runs as a user would write them, by the names of train's options without their dashes.
/// </summary>
internal static class RunSettingTexts
{
    private static readonly IReadOnlyList<TrainSetting> Settings = TrainSettings.Create();

    /// <summary>Gets the names, in the order of the help.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Settings.Select(static setting => setting.Option.Name[2..]), "nonideality"];

    /// <summary>Returns the text of a setting, or null where the optimiser of the run does not use it.</summary>
    public static string? Of(TrainingOptions options, string name) => name == "nonideality"
        ? options.IsStochastic ? options.Nonidealities : null
        : Settings.Single(setting => setting.Option.Name[2..] == name) is var one && one.IsUsed(options) ? one.Text(options) : null;

    /// <summary>Returns the names of settings in which runs differ.</summary>
    public static IReadOnlyList<string> Differing(IReadOnlyList<TrainingOptions> runs) =>
        [.. Names.Where(name => runs.Select(options => Of(options, name)).Distinct().Count() > 1)];
}
