using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Statistics;

namespace ScEdge.Reporting.Pages;

/// <summary>Loss and accuracy over the training.</summary>
internal sealed class TrainingSection(RunReport report) : Section("training", "Training")
{
    // A loss that falls by more than this factor is drawn on a logarithmic axis.
    private const double LogarithmicRatio = 8;

    private readonly List<LineSeries> losses = SeriesOf(report, point => point.TrainingLoss, marked: false);
    private readonly List<LineSeries> accuracies = SeriesOf(report, point => 100 * point.ValidationAccuracy, marked: true);

    /// <inheritdoc/>
    public override bool HasContent => losses.Count + accuracies.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        bool several = TrainingSeries.Of(report).Any(training => training.Runs.Count > 1);
        markup.Element(
            "p",
            several ? "Lines are means over the seeds; bands reach from the lowest to the highest seed." : "One seed.",
            ("class", "note"));
        WriteFigures(markup, "");
    }

    /// <summary>Writes the figures alone.</summary>
    /// <param name="markup">Receives them.</param>
    /// <param name="id">What the names of the drawings begin with, where there are several such pairs.</param>
    internal void WriteFigures(MarkupWriter markup, string id)
    {
        markup.Open("div", ("class", "pair-of-figures"));
        if (accuracies.Count > 0)
        {
            WriteChart(
                markup,
                new ChartText(
                    id + "accuracy", "Validation accuracy over epochs", "Share of validation images classified correctly, measured at epoch ends."),
                "measured at epoch ends on images set aside from training",
                accuracies,
                PercentAxis.Covering("Validation accuracy, %", ValuesOf(accuracies)));
        }

        if (losses.Count > 0)
        {
            WriteChart(
                markup,
                new ChartText(id + "loss", "Training loss over epochs", "Smoothed training loss against passes over the training set."),
                "smoothed",
                losses,
                LossAxis());
        }

        markup.Close();
    }

    private static void WriteChart(MarkupWriter markup, ChartText text, string detail, List<LineSeries> series, Axis y)
    {
        double end = series.Max(one => one.Points[^1].X);
        LinearAxis epochs = LinearAxis.Covering("Epoch", 0, end, mostSteps: Math.Clamp((int)Math.Ceiling(end), 2, 6));
        new Figure(text.Title, detail, new LineChart(text, epochs, y, series))
        {
            Legend = [.. Enumerable.Reverse(series).Select(LegendEntry.Of)],
        }.Write(markup);
    }

    private static List<LineSeries> SeriesOf(RunReport report, Func<CurvePoint, double?> value, bool marked)
    {
        List<LineSeries> series = [];
        foreach (TrainingSeries training in TrainingSeries.Of(report))
        {
            Add(series, training, value, marked);
        }

        return series;
    }

    private static void Add(List<LineSeries> series, TrainingSeries training, Func<CurvePoint, double?> value, bool marked)
    {
        IReadOnlyList<SpreadPoint> curve = CurveSpread.OverSeeds(training.Runs, value);
        if (curve.Count == 0)
        {
            return;
        }

        bool band = training.Runs.Count > 1;
        series.Add(new LineSeries(training.Name, training.Style, [.. curve.Select(point => new PlotPoint(point.Epoch, point.Mean))])
        {
            Lower = band ? [.. curve.Select(point => new PlotPoint(point.Epoch, point.Lowest))] : [],
            Upper = band ? [.. curve.Select(point => new PlotPoint(point.Epoch, point.Highest))] : [],
            Marked = marked && curve.Count <= 40,
        });
    }

    private static IEnumerable<double> ValuesOf(IEnumerable<LineSeries> series) =>
        series.SelectMany(one => one.Points.Concat(one.Lower).Concat(one.Upper)).Select(point => point.Y);

    private Axis LossAxis()
    {
        double low = ValuesOf(losses).Min();
        double high = ValuesOf(losses).Max();
        return low > 0 && high > LogarithmicRatio * low
            ? LogAxis.Covering(report.LossTitle, low, high, mostTicks: 9)
            : LinearAxis.Covering(report.LossTitle, Math.Min(0, low), high);
    }
}
