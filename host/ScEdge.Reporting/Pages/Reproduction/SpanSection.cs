using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>How far the figures of hardware can be from what is shown, and which input moves them most.</summary>
internal sealed class SpanSection(ReproductionReport report) : Section("uncertainty", "Uncertainty")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Tornados.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            "The main configuration, with the smallest and the largest figure within all bounds at once. Fixed point is the same optimiser in binary "
            + "with stochastic rounding on registers of equal width, one lane.",
            ("class", "note"));
        markup.Open("div", ("class", "scroll"));
        DataTable.Open(markup, "", ["Figure", .. report.Spans.Libraries]);
        foreach (SpanRow row in report.Spans.Rows)
        {
            DataTable.Row(markup, row.Name, [.. row.Texts]);
        }

        DataTable.Close(markup);
        markup.Close();
        markup.Element("p", "Each input alone, all others nominal (the upright line); the widest swings.", ("class", "note"));
        int index = 0;
        foreach (IGrouping<string, Tornado> library in report.Tornados.GroupBy(static one => one.Library))
        {
            markup.Element("h3", library.Key);
            markup.Open("div", ("class", "pair-of-figures"));
            foreach (Tornado one in library)
            {
                WriteTornado(markup, one, index++);
            }

            markup.Close();
        }

        WriteInputs(markup);
    }

    private static void WriteTornado(MarkupWriter markup, Tornado tornado, int index)
    {
        string spoken = string.Join(
            ", ", tornado.Bars.Select(bar => $"{bar.Name} {NumberText.Significant(bar.Low)} to {NumberText.Significant(bar.High)} {tornado.Unit}"));
        ChartText text = new($"tornado-{NumberText.Whole(index)}", tornado.Title, spoken);
        new Figure(tornado.Title, $"by input, {tornado.Library}", new TornadoChart(text, SeriesStyle.Kind(index / 2), tornado)).Write(markup);
    }

    private void WriteInputs(MarkupWriter markup)
    {
        markup.Open("div", ("class", "scroll"));
        DataTable.OpenStyled(markup, "claim-table", "", "Input", "Within", "Source");
        foreach (TornadoBar bar in report.Tornados.SelectMany(static one => one.Bars).DistinctBy(static bar => bar.Name))
        {
            DataTable.Row(markup, bar.Name, bar.Range, bar.Source);
        }

        DataTable.Close(markup);
        markup.Close();
    }
}
