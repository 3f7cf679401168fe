using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>What updates and passes in streams would cost in silicon, and what of it the library cannot say.</summary>
internal sealed class CostSection(RunReport report) : Section("cost", "Cost in silicon")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Cost is not null;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        CostPanel cost = report.Cost!;
        markup.Element(
            "p",
            $"Counts of every step times the figures of one cost library, {cost.Library}, at 40 nm. Cells are priced by their switching law.",
            ("class", "note"));
        markup.Open("dl", ("class", "facts"));
        foreach (Setting fact in cost.Facts)
        {
            markup.Open("div");
            markup.Element("dt", fact.Name);
            markup.Element("dd", fact.Value);
            markup.Close();
        }

        markup.Close();
        markup.Open("div", ("class", "pair-of-figures"));
        WriteBars(markup, "cost-categories", cost.CategoriesTitle, "by what it is spent on", cost.Categories);
        WriteBars(markup, "cost-tensors", "Energy of a step", "by tensor", cost.Tensors);
        markup.Close();
        if (cost.Bounded.Count > 0)
        {
            markup.Element(
                "p",
                $"{cost.Library} has no figure, so that the middle of bounds stands for it: {string.Join("; ", cost.Bounded)}.",
                ("class", "small-note"));
        }
    }

    private static void WriteBars(MarkupWriter markup, string id, string title, string detail, IReadOnlyList<Bar> bars)
    {
        if (bars.Count == 0)
        {
            return;
        }

        string spoken = string.Join(", ", bars.Select(bar => $"{bar.Name} {bar.Label}"));
        new Figure(title, detail, new BarChart(new ChartText(id, title, spoken), SeriesStyle.Stochastic, "pJ", bars)).Write(markup);
    }
}
