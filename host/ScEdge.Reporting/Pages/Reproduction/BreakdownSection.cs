using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>Where area and power of the main configuration go, under each library.</summary>
internal sealed class BreakdownSection(ReproductionReport report) : Section("breakdown", "Area and power")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Breakdowns.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            "The circuit of the main configuration at full speed. Cells are the same under every library; "
            + "for what a library lacks the middle of its bounds stands.",
            ("class", "note"));
        for (int i = 0; i < report.Breakdowns.Count; i++)
        {
            LibraryBreakdown one = report.Breakdowns[i];
            markup.Element("h3", one.Library);
            markup.Open("div", ("class", "pair-of-figures"));
            WriteBars(markup, $"area-{NumberText.Whole(i)}", "Area", "by part", "um2", one.Area, SeriesStyle.Kind(i));
            WriteBars(markup, $"power-{NumberText.Whole(i)}", "Power", "by what it is spent on", "W", one.Power, SeriesStyle.Kind(i));
            markup.Close();
            if (one.Bounded.Count > 0)
            {
                markup.Element("p", $"Within bounds, in whole or in part: {string.Join("; ", one.Bounded)}.", ("class", "small-note"));
            }
        }
    }

    private static void WriteBars(
        MarkupWriter markup, string id, string title, string detail, string unit, IReadOnlyList<Bar> bars, SeriesStyle style)
    {
        string spoken = string.Join(", ", bars.Select(static bar => $"{bar.Name} {bar.Label}"));
        new Figure(title, detail, new BarChart(new ChartText(id, title, spoken), style, unit, bars)).Write(markup);
    }
}
