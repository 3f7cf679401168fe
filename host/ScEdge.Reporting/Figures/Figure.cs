using System;
using System.Collections.Generic;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Figures;

/// <summary>A chart with its title, its legend, and what takes it off the page: a drawing that stands alone, a picture, its points.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Detail">Of what or against what; null for nothing.</param>
/// <param name="Chart">The drawing.</param>
internal sealed record Figure(string Title, string? Detail, Chart Chart)
{
    /// <summary>Gets the names of what is drawn.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>Gets whether the page shows the legend once for several figures, so that it does not stand above this one.</summary>
    public bool SharesLegend { get; init; }

    /// <summary>Gets what is written between legend and drawing and around the drawing; null draws it alone.</summary>
    public Action<MarkupWriter, Action>? Frame { get; init; }

    /// <summary>Gets a remark beneath the drawing; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Writes the figure as an element of a page.</summary>
    public void Write(MarkupWriter markup)
    {
        markup.Open("figure");
        WriteCaption(markup);
        WriteContent(markup);
        if (Note is not null)
        {
            markup.Element("p", Note, ("class", "small-note"));
        }

        markup.Close();
    }

    /// <summary>Writes legend, drawing and downloads alone, for a page that has an element and a title for them.</summary>
    public void WriteContent(MarkupWriter markup)
    {
        if (!SharesLegend)
        {
            Charts.Legend.Write(markup, Legend);
        }

        if (Frame is null)
        {
            Chart.Write(markup);
        }
        else
        {
            Frame(markup, () => Chart.Write(markup));
        }

        Downloads.Write(markup, this);
    }

    private void WriteCaption(MarkupWriter markup)
    {
        markup.Open("figcaption");
        markup.Element("strong", Title);
        if (Detail is not null)
        {
            markup.Text(" ");
            markup.Element("span", Detail);
        }

        markup.Close();
    }
}
