using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>What repeats the run, and the numbers behind the headline.</summary>
internal sealed class SettingsSection(RunReport report) : Section("settings", "Settings")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Settings.Count > 0 || report.CommandLine.Length > 0 || report.StochasticRuns.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        if (report.CommandLine.Length > 0)
        {
            markup.Element("p", "This command repeats the run.", ("class", "note"));
            markup.Open("pre");
            markup.Open("code");
            WriteWords(markup, report.CommandLine);
            markup.Close();
            markup.Close();
        }

        if (report.Settings.Count > 0)
        {
            markup.Open("dl", ("class", "settings"));
            foreach (Setting setting in report.Settings)
            {
                markup.Open("div");
                markup.Element("dt", setting.Name);
                markup.Element("dd", setting.Value);
                markup.Close();
            }

            markup.Close();
        }

        if (report.StochasticRuns.Count > 0)
        {
            WriteSeeds(markup);
        }
    }

    // Each word is a box of its own, or a narrow page would break lines between the two hyphens of an option.
    private static void WriteWords(MarkupWriter markup, string command)
    {
        string[] words = command.Split(' ');
        for (int index = 0; index < words.Length; index++)
        {
            markup.Text(index == 0 ? "" : " ");
            markup.Element("span", words[index]);
        }
    }

    private void WriteSeeds(MarkupWriter markup)
    {
        IReadOnlyList<TrainingSeries> trainings = [.. TrainingSeries.Of(report).Reverse()];
        markup.Open("details");
        markup.Element("summary", "Numbers of every seed");
        markup.Open("div", ("class", "scroll"));
        DataTable.Open(
            markup,
            "",
            ["Seed", .. trainings.Select(training => $"{training.Name}, %"), .. trainings.Select(training => $"{training.Name}, s")]);
        foreach (ulong seed in report.StochasticRuns.Select(run => run.Seed))
        {
            TrainingRun?[] runs = [.. trainings.Select(training => training.Runs.FirstOrDefault(run => run.Seed == seed))];
            DataTable.Row(
                markup,
                seed.ToString(CultureInfo.InvariantCulture),
                [
                    .. runs.Select(run => run is null ? "–" : NumberText.Percent(run.TestAccuracy)),
                    .. runs.Select(run => run?.Seconds is double seconds ? NumberText.Fixed(seconds, 1) : "–"),
                ]);
        }

        DataTable.Close(markup);
        markup.Close();
        markup.Close();
    }
}
