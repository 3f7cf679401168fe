using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Statistics;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Pages;

/// <summary>Top of the page: the title, the result in large figures and in words, and what was trained.</summary>
internal static class Headline
{
    /// <summary>Writes the top of the page.</summary>
    public static void Write(MarkupWriter markup, RunReport report)
    {
        markup.Open("header");
        markup.Open("p", ("class", "overline"));
        markup.Element("strong", "ScEdge");
        markup.Text(" training report");
        if (report.Created.Length > 0)
        {
            markup.Text(" · ");
            markup.Element("span", report.Created);
        }

        markup.Close();
        markup.Element("h1", report.Title);
        if (report.Summary.Length > 0)
        {
            markup.Element("p", report.Summary, ("class", "summary"));
        }

        if (report.StochasticRuns.Count + report.Fp32Runs.Count > 0)
        {
            WriteResult(markup, report);
        }

        WriteFacts(markup, report);
        markup.Close();
    }

    private static void WriteResult(MarkupWriter markup, RunReport report)
    {
        SampleSummary? drop = AccuracyDrop.InPoints(report.Fp32Runs, report.StochasticRuns);
        markup.Open("div", ("class", "result"));
        markup.Open("div", ("class", "outcome"));
        markup.Open("div", ("class", "figures"));
        WriteAccuracy(markup, "s-sc", "Test accuracy, stochastic", report.StochasticRuns);
        WriteAccuracy(markup, "s-fp32", "Test accuracy, FP32", report.Fp32Runs);
        if (drop is not null)
        {
            string spread = drop.StandardDeviation is double deviation
                ? $"standard deviation {NumberText.Fixed(deviation, 2)}, n\u00A0=\u00A0{drop.Count}"
                : "n\u00A0=\u00A01";
            WriteFigure(markup, "plain", "Accuracy drop", NumberText.Fixed(drop.Mean, 2, signed: true), "points", spread);
        }

        markup.Close();
        if (report.StochasticRuns.Count > 0)
        {
            markup.Element("p", Verdict.Of(drop), ("class", "verdict"));
        }

        markup.Close();

        // A single point is no chart.
        if (report.StochasticRuns.Count > 1 || (report.StochasticRuns.Count == 1 && report.Fp32Runs.Count > 0))
        {
            WriteSeeds(markup, report);
        }

        markup.Close();
    }

    private static void WriteAccuracy(MarkupWriter markup, string colour, string label, IReadOnlyList<TrainingRun> runs)
    {
        if (SampleSummary.Of([.. runs.Select(run => run.TestAccuracy)]) is not SampleSummary summary)
        {
            return;
        }

        string spread = summary.StandardDeviation is double deviation
            ? $"standard deviation {NumberText.Percent(deviation)}, n\u00A0=\u00A0{summary.Count}"
            : "n\u00A0=\u00A01";
        WriteFigure(markup, colour, label, NumberText.Percent(summary.Mean), "%", spread);
    }

    private static void WriteFigure(MarkupWriter markup, string colour, string label, string value, string unit, string spread)
    {
        markup.Open("div", ("class", "figure " + colour));
        markup.Element("p", label, ("class", "label"));
        markup.Open("p", ("class", "value"));
        markup.Text(value);
        markup.Element("small", "\u202F" + unit);
        markup.Close();
        markup.Element("p", spread, ("class", "spread"));
        markup.Close();
    }

    private static void WriteSeeds(MarkupWriter markup, RunReport report)
    {
        bool baseline = report.Fp32Runs.Count > 0;
        markup.Open("figure");
        markup.Open("figcaption");
        markup.Element("strong", "Final test accuracy");
        markup.Text(" ");
        markup.Element("span", report.StochasticRuns.Count > 1 ? "every seed, and means with 95\u00A0% intervals" : "one seed");
        markup.Close();
        List<(string, SeriesStyle, Legend.Sample)> legend = [("Stochastic", SeriesStyle.Stochastic, Legend.Sample.Mark)];
        if (baseline)
        {
            legend.Add(("FP32", SeriesStyle.Fp32, Legend.Sample.Mark));
        }

        Legend.Write(markup, legend);
        string description = baseline
            ? "Test accuracy of each seed after FP32 and after stochastic training, joined by a line, above the means of both."
            : "Test accuracy of each seed after stochastic training.";
        new SeedChart(new ChartText("seeds", "Final test accuracy per seed", description), report.Fp32Runs, report.StochasticRuns).Write(markup);
        markup.Close();
    }

    private static void WriteFacts(MarkupWriter markup, RunReport report)
    {
        List<(string Name, string Value)> facts =
        [
            ("Data", report.Dataset),
            ("Network", report.Model),
            ("Parameters", report.ParameterCount > 0 ? NumberText.Whole(report.ParameterCount) : ""),
            ("Optimiser", report.Optimizer),
            ("Encoding", report.Encoding),
            ("Stream lengths", report.StreamLengths),
            ("Register bits", report.RegisterBits),
            ("Cells", report.CbramPreset),
            ("Non-idealities", report.Nonidealities),
            ("Time per seed", Times(report)),
        ];
        facts.RemoveAll(fact => fact.Value.Length == 0);
        if (facts.Count == 0)
        {
            return;
        }

        markup.Open("dl", ("class", "facts"));
        foreach ((string name, string value) in facts)
        {
            markup.Open("div");
            markup.Element("dt", name);
            markup.Element("dd", value);
            markup.Close();
        }

        markup.Close();
    }

    private static string Times(RunReport report)
    {
        List<string> times = [];
        foreach ((string name, IReadOnlyList<TrainingRun> runs) in new[] { ("stochastic", report.StochasticRuns), ("FP32", report.Fp32Runs) })
        {
            if (SampleSummary.Of([.. runs.Select(run => run.Seconds).OfType<double>()]) is SampleSummary seconds)
            {
                times.Add($"{NumberText.Elapsed(seconds.Mean)} {name}");
            }
        }

        return string.Join(", ", times);
    }
}
