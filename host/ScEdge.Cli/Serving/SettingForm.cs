using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Completions;
using System.Linq;
using ScEdge.Cli.Settings;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Serving;

/// <summary>
/// One setting of <c>train</c> as a field of a form.
/// </summary>
/// <param name="Name">Name of the option, without dashes.</param>
/// <param name="Form">How a value is written.</param>
/// <param name="Help">What it is.</param>
/// <param name="Default">Its value without an option.</param>
/// <param name="Choices">Values to offer; empty where there are none.</param>
internal sealed record SettingForm(string Name, string Form, string Help, string Default, IReadOnlyList<string> Choices)
{
    // Without a word the passes are in streams.
    private static readonly TrainingOptions Usual = new() { Passes = new PassOptions() };

    /// <summary>Lists the settings of a new training, in the order of the help.</summary>
    public static IReadOnlyList<SettingForm> All() =>
    [
        .. TrainSettings.Create().Select(static setting => Of(setting.Option, setting.Text(Usual))),
        new("nonideality", "NAME=VALUE ...", "Imperfections of the cells, separated by blanks.", "those of the preset", []),
        new("seeds", "N,N,...", "Train once from each of several seeds and report the spread.", "1", []),
        new("threads", "N", "Threads; they change the time, never a bit of the result.", "all cores", []),
    ];

    private static SettingForm Of(Option option, string standard) => new(
        option.Name[2..],
        option.HelpName ?? "",
        (option.Description ?? "").Split(" [default:")[0],
        standard,
        [.. option.GetCompletions(CompletionContext.Empty).Select(static item => item.Label).Where(label => !label.StartsWith('-'))]);
}
