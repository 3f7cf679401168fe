using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Sweeps;

/// <summary>Settings of which one's effect depends on the other.</summary>
internal sealed class InteractionSection(SweepReport report) : Section("interactions", "Interactions")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Interactions.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            "A line for every value of the second setting. Where two settings do not meddle with each other the lines are parallel; "
            + "the number is the largest difference from that, in points: mean of a cell, less those of its row and its column, plus that of all.",
            ("class", "note"));
        markup.Open("div", ("class", "pair-of-figures"));
        foreach ((int index, SettingInteraction pair) in report.Interactions.Index())
        {
            LineSeries[] lines = [.. pair.Lines.Select(static (line, at) => new LineSeries(
                line.Value, SeriesStyle.Kind(at), [.. line.Accuracies.Select(static (accuracy, x) => new PlotPoint(x, 100 * accuracy))])
                {
                    Marked = true,
                })];
            LineChart chart = new(
                new ChartText($"interaction-{index}", $"{pair.First} by {pair.Second}", Spoken(pair)),
                new CategoryAxis(pair.First, pair.FirstValues),
                PercentAxis.Covering("Accuracy, %", lines.SelectMany(static line => line.Points).Select(static point => point.Y)),
                lines);
            new Figure($"{pair.First} by {pair.Second}", $"{NumberText.Percent(pair.Strength)} points", chart)
            {
                Legend = [.. lines.Select(static line => new LegendEntry(line.Name, line.Style, LegendSample.Mark))],
            }.Write(markup);
        }

        markup.Close();
    }

    private static string Spoken(SettingInteraction pair)
    {
        IEnumerable<string> lines = pair.Lines.Select(
            static line => $"{line.Value}: {string.Join(", ", line.Accuracies.Select(static accuracy => NumberText.Percent(accuracy)))}");
        return string.Join("; ", lines);
    }
}
