using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
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
        WriteOrigin(markup, report.Created, report.Program);
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

    /// <summary>Writes when and by what a page's figures were made, as far as it is known.</summary>
    public static void WriteOrigin(MarkupWriter markup, params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            if (part.Length > 0)
            {
                markup.Text(" · ");
                markup.Element("span", part);
            }
        }
    }

    private static void WriteResult(MarkupWriter markup, RunReport report)
    {
        IReadOnlyList<TrainingSeries> trainings = TrainingSeries.Of(report);
        markup.Open("div", ("class", "result"));
        markup.Open("div", ("class", "outcome"));
        markup.Open("div", ("class", "figures"));
        foreach (TrainingSeries training in trainings.Reverse())
        {
            WriteAccuracy(markup, training, report.LearningThreshold);
        }

        foreach (BaselineComparison comparison in report.Comparisons)
        {
            WriteDrop(markup, comparison);
        }

        markup.Close();
        if (report.StochasticRuns.Count > 0)
        {
            foreach (string verdict in Verdict.Of(report.Comparisons))
            {
                markup.Element("p", verdict, ("class", "verdict"));
            }
        }

        markup.Close();

        // A single point is no chart.
        if (report.StochasticRuns.Count > 1 || (report.StochasticRuns.Count == 1 && trainings.Count > 1))
        {
            WriteSeeds(markup, trainings, report.LearningThreshold);
        }

        markup.Close();
    }

    private static void WriteDrop(MarkupWriter markup, BaselineComparison comparison)
    {
        if (comparison.Result.Drop is not { } drop)
        {
            return;
        }

        string interval = comparison.Result.Seeds > 1
            ? $"95\u00A0% interval {NumberText.Fixed(drop.Low95, 2, signed: true)} to {NumberText.Fixed(drop.High95, 2, signed: true)}"
            : "n\u00A0=\u00A01";
        string label = $"Accuracy drop from {comparison.Baseline}";
        WriteFigure(markup, "plain", label, NumberText.Fixed(drop.Points, 2, signed: true), "points", interval);
    }

    private static void WriteAccuracy(MarkupWriter markup, TrainingSeries training, double threshold)
    {
        double[] learned = [.. training.Runs.Select(run => run.TestAccuracy).Where(accuracy => accuracy >= threshold)];
        int failed = training.Runs.Count - learned.Length;
        SampleSummary? summary = SampleSummary.Of(learned);
        List<string> spread = [];
        if (failed > 0)
        {
            spread.Add($"failed to learn: {failed} of {training.Runs.Count} seeds");
        }

        if (summary is not null)
        {
            spread.Add(
                summary.StandardDeviation is double deviation
                    ? $"standard deviation {NumberText.Percent(deviation)}, n\u00A0=\u00A0{summary.Count}"
                    : "n\u00A0=\u00A01");
        }

        string label = $"Test accuracy, {(training.Name == "FP32" ? training.Name : training.Name.ToLowerInvariant())}";
        (string value, string unit) = summary is null ? ("–", "") : (NumberText.Percent(summary.Mean), "%");
        WriteFigure(markup, training.Style.ColourClass, label, value, unit, string.Join("; ", spread));
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

    private static void WriteSeeds(MarkupWriter markup, IReadOnlyList<TrainingSeries> trainings, double threshold)
    {
        string description = trainings.Count > 1
            ? "Test accuracy of each seed after each kind of training, joined by a line, above the means of all."
            : "Test accuracy of each seed after stochastic training.";
        new Figure(
            "Final test accuracy",
            trainings[^1].Runs.Count > 1 ? "every seed, and means with 95\u00A0% intervals" : "one seed",
            new SeedChart(new ChartText("seeds", "Final test accuracy per seed", description), trainings, threshold))
        {
            Legend = [.. trainings.Reverse().Select(static training => new LegendEntry(training.Name, training.Style, LegendSample.Mark))],
        }.Write(markup);
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
            ("Passes", report.Passes),
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
        foreach (TrainingSeries training in TrainingSeries.Of(report).Reverse())
        {
            if (SampleSummary.Of([.. training.Runs.Select(run => run.Seconds).OfType<double>()]) is SampleSummary seconds)
            {
                times.Add($"{NumberText.Elapsed(seconds.Mean)} {(training.Name == "FP32" ? training.Name : training.Name.ToLowerInvariant())}");
            }
        }

        return string.Join(", ", times);
    }
}
