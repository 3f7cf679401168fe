using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>How the modelled cells switch, and how much they had to do.</summary>
internal sealed class CellSection(RunReport report) : Section("cells", "Cells")
{
    private readonly List<(string Name, long Count, string Meaning)> counts = CountsOf(report.Totals);
    private readonly List<SwitchingCurve> curves = [.. (report.Switching?.Curves ?? []).Where(curve => curve.Points.Count > 1)];

    /// <inheritdoc/>
    public override bool HasContent => counts.Count + curves.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Open("div", ("class", curves.Count > 0 && counts.Count > 0 ? "pair-of-figures" : "single"));
        if (curves.Count > 0)
        {
            WriteSwitching(markup, report.Switching!);
        }

        if (counts.Count > 0)
        {
            WriteCounts(markup);
        }

        markup.Close();
    }

    private void WriteSwitching(MarkupWriter markup, SwitchingPanel panel)
    {
        List<LineSeries> series = [];
        for (int index = 0; index < curves.Count; index++)
        {
            bool used = panel.OperatingPulseWidthSeconds is double width && Math.Abs(curves[index].PulseWidthSeconds - width) <= 1e-6 * width;
            string name = NumberText.Duration(curves[index].PulseWidthSeconds) + (used ? " (used)" : "");
            SeriesStyle style = used ? new SeriesStyle("s-sc", Marker.None) : SeriesStyle.Ramp(index, curves.Count);
            PlotPoint[] points = [.. curves[index].Points.Select(point => new PlotPoint(point.Volts, point.Probability))];
            series.Add(new LineSeries(name, style, points) { Strong = used });
        }

        List<LineSeries> bounds =
        [
            .. panel.Bounds.Where(static bound => bound.Points.Count > 1).Select(static bound => new LineSeries(
                "bounds beyond the measured voltages",
                new SeriesStyle("s-sc", Marker.None, Dashed: true),
                [.. bound.Points.Select(static point => new PlotPoint(point.Volts, point.Probability))])),
        ];
        IEnumerable<double> volts = series.SelectMany(one => one.Points).Select(point => point.X);
        LineChart chart = new(
            new ChartText(
                "switching",
                "Switching probability against voltage",
                $"Probability that a cell of the preset {panel.Preset} switches in one pulse, a line per pulse width."),
            LinearAxis.Within("Pulse amplitude, V", volts.Min(), volts.Max(), mostSteps: 6),
            LinearAxis.Covering("Switching probability", 0, 1),
            [.. bounds, .. series.OrderBy(one => one.Strong)])
        {
            Range = panel is { OperatingLowVolts: double low, OperatingHighVolts: double high }
                ? (low, high, $"used {NumberText.Fixed(low, 2)} to {NumberText.Fixed(high, 2)} V")
                : null,
        };
        new Figure("Switching probability of one pulse", panel.Preset, chart)
        {
            Legend = [.. series.Concat(bounds.Take(1)).Select(LegendEntry.Of)], Note = panel.Source,
        }.Write(markup);
    }

    private void WriteCounts(MarkupWriter markup)
    {
        markup.Open("div", ("class", "lists"));
        markup.Element("p", "Work done, all seeds together", ("class", "list-title"));
        markup.Open("dl", ("class", "counts"));
        foreach ((string name, long count, string meaning) in counts)
        {
            markup.Open("div");
            markup.Element("dt", name);
            markup.Open("dd");
            markup.Element("strong", NumberText.Compact(count));
            string exact = NumberText.Whole(count);
            string detail = NumberText.Compact(count) == exact ? meaning : meaning.Length > 0 ? $"{exact}; {meaning}" : exact;
            if (detail.Length > 0)
            {
                markup.Element("small", detail, ("class", "detail"));
            }

            markup.Close();
            markup.Close();
        }

        markup.Close();
        markup.Close();
    }

    private static List<(string Name, long Count, string Meaning)> CountsOf(RunTotals? totals)
    {
        List<(string Name, long Count, string Meaning)> counts = [];
        void Add(string name, long? count, string meaning = "")
        {
            if (count is long known)
            {
                counts.Add((name, known, meaning));
            }
        }

        Add("Stream bits", totals?.BitsGenerated);
        Add("SET pulses", totals?.SetPulses);
        Add(
            "SET events",
            totals?.SetEvents,
            totals is { SetPulses: > 0, SetEvents: long events }
                ? $"{NumberText.Percent((double)events / totals.SetPulses.Value, 1)} % of the pulses switched"
                : "");
        Add("RESET pulses", totals?.ResetPulses);
        Add("Reads", totals?.Reads);
        Add("Random words", totals?.RandomWords, "32 bits each, drawn to simulate the cells");
        Add("Saturations", totals?.Saturations, "updates that met the end of a register");
        return counts;
    }
}
