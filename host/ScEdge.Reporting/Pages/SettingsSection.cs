using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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
        Dictionary<ulong, TrainingRun> baseline = report.Fp32Runs.GroupBy(run => run.Seed).ToDictionary(group => group.Key, group => group.First());
        markup.Open("details");
        markup.Element("summary", "Numbers of every seed");
        markup.Open("div", ("class", "scroll"));
        DataTable.Open(markup, "", "Seed", "Stochastic, %", "FP32, %", "Drop, points", "Stochastic, s", "FP32, s");
        foreach (TrainingRun run in report.StochasticRuns)
        {
            TrainingRun? other = baseline.GetValueOrDefault(run.Seed);
            DataTable.Row(
                markup,
                run.Seed.ToString(CultureInfo.InvariantCulture),
                NumberText.Percent(run.TestAccuracy),
                other is null ? "–" : NumberText.Percent(other.TestAccuracy),
                other is null ? "–" : NumberText.Fixed(100 * (other.TestAccuracy - run.TestAccuracy), 2, signed: true),
                run.Seconds is double seconds ? NumberText.Fixed(seconds, 1) : "–",
                other?.Seconds is double otherSeconds ? NumberText.Fixed(otherSeconds, 1) : "–");
        }

        DataTable.Close(markup);
        markup.Close();
        markup.Close();
    }
}
