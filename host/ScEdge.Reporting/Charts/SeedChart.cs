using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Charts;

/// <summary>Final accuracy of every seed, all trainings of a seed joined by a line, above their means with 95 % intervals.</summary>
/// <param name="text">Title and description.</param>
/// <param name="trainings">Kinds of training; the seeds are those of the last.</param>
/// <param name="threshold">Accuracy below which a run has failed and stays out of the means, 0 to 1.</param>
internal sealed class SeedChart(ChartText text, IReadOnlyList<TrainingSeries> trainings, double threshold) : Chart(text)
{
    private const int LongestSeed = 10;
    private const double MeanRow = 16;

    private readonly IReadOnlyList<TrainingRun> seeds = trainings[^1].Runs;
    private readonly IReadOnlyList<SampleSummary?> summaries =
        [.. trainings.Select(training => SampleSummary.Of(
            [.. training.Runs.Where(run => run.TestAccuracy >= threshold).Select(run => 100 * run.TestAccuracy)]))];

    /// <inheritdoc/>
    public override double Width => PlotFrame.StandardWidth;

    /// <inheritdoc/>
    public override double Height => Bottom + 48;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("seed", "training", "test accuracy, %", "half width of the 95 % interval, points");
            foreach (TrainingSeries training in trainings)
            {
                foreach (TrainingRun run in training.Runs)
                {
                    table.Add(run.Seed, training.Name, 100 * run.TestAccuracy, null);
                }
            }

            foreach ((TrainingSeries training, SampleSummary? mean) in trainings.Zip(summaries))
            {
                table.Add("mean", training.Name, mean?.Mean, mean?.HalfWidth95);
            }

            return table;
        }
    }

    private double Row => Math.Clamp(330.0 / Math.Max(1, seeds.Count), 12, 30);

    private double MeanRows => seeds.Count > 1 ? 14 + (MeanRow * trainings.Count) : 6;

    private double Bottom => 34 + (Row * seeds.Count) + MeanRows;

    /// <inheritdoc/>
    public override void Draw(MarkupWriter markup)
    {
        Axis axis = AxisOf();
        double row = Row;
        double left = 22 + 8.3 * Math.Max(4, seeds.Select(run => Name(run.Seed).Length).DefaultIfEmpty(0).Max());
        double bottom = Bottom;
        double Place(double percent) => left + axis.Fraction(percent) * (PlotFrame.StandardWidth - 20 - left);

        Shapes.Label(markup, "axis-title", 0, 13, "Seed");
        foreach (Tick tick in axis.Ticks)
        {
            Shapes.Line(markup, "grid", Place(tick.Value), 26, Place(tick.Value), bottom);
            Shapes.Label(markup, "tick", Place(tick.Value), bottom + 19, tick.Label, "middle");
        }

        Shapes.Label(markup, "axis-title", (left + PlotFrame.StandardWidth - 20) / 2, bottom + 41, axis.Title, "middle");
        for (int index = 0; index < seeds.Count; index++)
        {
            WriteSeed(markup, seeds[index].Seed, Place, left, 34 + row * (index + 0.5));
        }

        if (seeds.Count > 1)
        {
            double top = bottom - MeanRows + 4;
            Shapes.Line(markup, "axis", 0, top, PlotFrame.StandardWidth - 16, top);
            Shapes.Label(markup, "tick bold", left - 14, (top + bottom) / 2 + 2, "Mean", "end");
            for (int kind = 0; kind < trainings.Count; kind++)
            {
                WriteMean(markup, trainings[kind], summaries[kind], Place, top + 5 + (MeanRow * (kind + 0.5)));
            }
        }
    }

    private void WriteSeed(MarkupWriter markup, ulong seed, Func<double, double> place, double left, double y)
    {
        Shapes.Label(markup, "tick", left - 14, y + 4, Name(seed), "end");
        List<(TrainingSeries Training, double Percent)> marks =
        [
            .. from training in trainings
               from run in training.Runs.Where(run => run.Seed == seed).Take(1)
               select (training, 100 * run.TestAccuracy),
        ];
        if (marks.Count > 1)
        {
            Shapes.Line(markup, "pair", place(marks.Min(mark => mark.Percent)), y, place(marks.Max(mark => mark.Percent)), y);
        }

        foreach ((TrainingSeries training, double percent) in marks)
        {
            Shapes.Mark(markup, training.Style, place(percent), y, $"Seed {Name(seed)}, {training.Name}: {NumberText.Fixed(percent, 2)} %", 4.5);
        }
    }

    private static void WriteMean(MarkupWriter markup, TrainingSeries training, SampleSummary? mean, Func<double, double> place, double y)
    {
        if (mean is null)
        {
            return;
        }

        if (mean is { Low95: double low, High95: double high })
        {
            Shapes.Line(markup, training.Style.ColourClass + " whisker", place(Math.Max(0, low)), y, place(Math.Min(100, high)), y);
        }

        string half = mean.HalfWidth95 is double width ? $" ± {NumberText.Fixed(width, 2)}" : "";
        Shapes.Mark(markup, training.Style, place(mean.Mean), y, $"{training.Name}, mean: {NumberText.Fixed(mean.Mean, 2)}{half} %", 5.5);
    }

    private LinearAxis AxisOf()
    {
        List<double> values = [.. trainings.SelectMany(training => training.Runs).Select(run => 100 * run.TestAccuracy)];
        foreach (SampleSummary? mean in summaries)
        {
            if (mean is { Low95: double low, High95: double high })
            {
                values.Add(Math.Max(0, low));
                values.Add(Math.Min(100, high));
            }
        }

        return PercentAxis.Covering("Test accuracy, %", values);
    }

    private static string Name(ulong seed)
    {
        string digits = seed.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= LongestSeed ? digits : string.Concat(digits.AsSpan(0, 4), "…", digits.AsSpan(digits.Length - 4));
    }
}
