using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>Whether stochastic updates err as much as theory says, and no more to one side than chance allows.</summary>
internal sealed class UpdateErrorSection(RunReport report) : Section("update-errors", "Update errors")
{
    private readonly List<UpdateErrorSeries> phases = [.. report.UpdateErrors?.Series ?? []];

    /// <inheritdoc/>
    public override bool HasContent => phases.Any(phase => HasPoints(phase) || phase.Bias is not null);

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            $"{Compared} compared with what theory expects of it. On the diagonal, the measured error is the one that counting random bits "
            + "must have; a bias within five standard errors may be chance.",
            ("class", "note"));
        markup.Open("div", ("class", "pair-of-figures"));
        if (phases.Any(HasPoints))
        {
            WriteScatter(markup);
        }

        WriteTable(markup);
        markup.Close();
    }

    private string Compared => report.UpdateErrors is { StepInterval: > 1 and int interval }
        ? $"In one step of {interval} each stochastic update was"
        : "Each stochastic update was";

    private static bool HasPoints(UpdateErrorSeries phase) => PointsOf(phase).Any(ScatterChart.Placeable);

    private static IEnumerable<PlotPoint> PointsOf(UpdateErrorSeries phase) =>
        phase.Points.Select(point => new PlotPoint(point.PredictedDeviation, point.MeasuredRms));

    private void WriteScatter(MarkupWriter markup)
    {
        List<ScatterSeries> series = [];
        for (int index = 0; index < phases.Count; index++)
        {
            if (HasPoints(phases[index]))
            {
                series.Add(new ScatterSeries(phases[index].Phase, SeriesStyle.Kind(index), [.. PointsOf(phases[index])]));
            }
        }

        string unit = report.UpdateErrors!.Unit;
        ScatterChart chart = new(
            new ChartText(
                "error-scatter",
                "Measured error against predicted error",
                "Root mean square error of updates against the standard deviation that binomial counting predicts, with the diagonal of agreement."),
            $"Predicted standard deviation, {unit}",
            $"Measured RMS error, {unit}",
            series);
        new Figure("Measured error against theory", null, chart)
        {
            Legend = [.. series.Select(static one => new LegendEntry(one.Name, one.Style, LegendSample.Mark))],
        }.Write(markup);
    }

    private void WriteTable(MarkupWriter markup)
    {
        markup.Open("div", ("class", "lists"));
        DataTable.OpenStyled(markup, "phases", "Error and bias per phase", "Phase", "Measured / predicted", "Bias", "Within ± 5 standard errors");
        for (int index = 0; index < phases.Count; index++)
        {
            UpdateErrorSeries phase = phases[index];
            markup.Open("tr");
            markup.Open("th", ("scope", "row"));
            markup.Text(phase.Phase);
            if (Detail(phase) is { Length: > 0 } detail)
            {
                markup.Element("small", detail, ("class", "detail"));
            }

            markup.Close();
            markup.Element("td", Ratio(phase));
            markup.Element("td", phase.Bias is double measured ? NumberText.Significant(measured) : "–");
            markup.Open("td", ("class", "gauge-cell"));
            WriteGauge(markup, phase, index);
            markup.Close();
            markup.Close();
        }

        DataTable.Close(markup);
        markup.Element(
            "p",
            $"Errors and biases in {report.UpdateErrors!.Unit}. The ratio is a geometric mean over the points.",
            ("class", "small-note"));
        markup.Close();
    }

    private static void WriteGauge(MarkupWriter markup, UpdateErrorSeries phase, int index)
    {
        if (phase is not { Bias: double bias, BiasBound: double bound })
        {
            markup.Text("–");
            return;
        }

        bool within = Math.Abs(bias) <= bound;
        string verdict = within ? "within" : "outside";
        var text = new ChartText(
            "bias-" + NumberText.Whole(index),
            $"Bias {verdict} ± {NumberText.Significant(bound)}",
            $"Bias of {phase.Phase} between minus and plus five standard errors.");
        BiasGauge.Write(markup, text, bias, bound);
        markup.Element("small", $"{verdict} ± {NumberText.Significant(bound)}", ("class", within ? "detail" : "detail bad"));
    }

    private static string Detail(UpdateErrorSeries phase)
    {
        List<string> parts = [];
        if (phase.StreamLength is int bits)
        {
            parts.Add(bits == 1 ? "1 bit" : $"{NumberText.Whole(bits)} bits");
        }

        if (phase.Samples is long samples)
        {
            parts.Add($"{NumberText.Compact(samples)} updates");
        }

        return string.Join(", ", parts);
    }

    private static string Ratio(UpdateErrorSeries phase)
    {
        List<PlotPoint> points = [.. PointsOf(phase).Where(ScatterChart.Placeable)];
        return points.Count == 0 ? "–" : NumberText.Fixed(Math.Exp(points.Average(point => Math.Log(point.Y / point.X))), 3);
    }
}
