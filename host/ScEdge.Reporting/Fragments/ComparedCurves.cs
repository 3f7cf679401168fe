using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Statistics;

namespace ScEdge.Reporting.Fragments;

/// <summary>The courses of several runs in the same figures.</summary>
internal static class ComparedCurves
{
    /// <summary>Writes accuracy and loss, as far as there are points.</summary>
    public static void Write(MarkupWriter markup, IReadOnlyList<NamedRuns> runs, string id)
    {
        markup.Open("div", ("class", "pair-of-figures"));
        LineSeries[] accuracies = Series(runs, static point => 100 * point.ValidationAccuracy, marked: true);
        Write(markup, id + "accuracy", "Validation accuracy", accuracies, PercentAxis.Covering("Validation accuracy, %", Values(accuracies)));
        LineSeries[] losses = Series(runs, static point => point.TrainingLoss, marked: false);
        double lowest = Values(losses).DefaultIfEmpty(0).Min();
        double highest = Values(losses).DefaultIfEmpty(1).Max();
        Write(
            markup, id + "loss", "Training loss", losses,
            lowest > 0 && highest > 8 * lowest
                ? LogAxis.Covering("Training loss, nats", lowest, highest, mostTicks: 9)
                : LinearAxis.Covering("Training loss, nats", Math.Min(0, lowest), highest));
        markup.Close();
    }

    private static void Write(MarkupWriter markup, string id, string title, LineSeries[] series, Axis y)
    {
        if (series.Length == 0)
        {
            return;
        }

        double end = series.Max(static one => one.Points[^1].X);
        LineChart chart = new(
            new ChartText(id, $"{title} over epochs", $"{title} of {string.Join(", ", series.Select(static one => one.Name))}."),
            LinearAxis.Covering("Epoch", 0, end, mostSteps: Math.Clamp((int)Math.Ceiling(end), 2, 6)), y, series);
        new Figure(title, "over epochs, mean over the seeds", chart) { Legend = [.. series.Select(LegendEntry.Of)] }.Write(markup);
    }

    private static LineSeries[] Series(IReadOnlyList<NamedRuns> runs, Func<CurvePoint, double?> value, bool marked)
    {
        List<LineSeries> series = [];
        for (int i = 0; i < runs.Count; i++)
        {
            IReadOnlyList<SpreadPoint> curve = CurveSpread.OverSeeds(runs[i].Runs, value);
            PlotPoint[] points = [.. curve.Select(static point => new PlotPoint(point.Epoch, point.Mean))];
            if (points.Length > 0)
            {
                series.Add(new LineSeries(runs[i].Name, SeriesStyle.Kind(i), points) { Marked = marked && points.Length <= 40 });
            }
        }

        return [.. series];
    }

    private static IEnumerable<double> Values(IEnumerable<LineSeries> series) =>
        series.SelectMany(static one => one.Points).Select(static point => point.Y);
}
