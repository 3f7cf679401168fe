using System;
using System.IO;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Pages;
using ScEdge.Reporting.Pages.Sweeps;

namespace ScEdge.Reporting;

/// <summary>Writes the page of a sweep: the Pareto front, effects of the settings, every point with its runs.</summary>
/// <remarks>
/// Like <see cref="HtmlReport"/>: one file without scripts; its links lead to the reports of the runs. Equal reports give equal characters.
/// </remarks>
public static class SweepPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="writer">Receives the text; encode it as UTF-8. It is not closed.</param>
    public static void Write(SweepReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        Page.Write(
            writer,
            "Sweep · ScEdge",
            markup =>
            {
                markup.Open("header");
                markup.Open("p", ("class", "overline"));
                markup.Element("strong", "ScEdge");
                markup.Text(" sweep");
                Headline.WriteOrigin(markup, report.Created, report.Program);
                markup.Close();
                markup.Element("h1", "Points side by side");
                markup.Element("p", report.Summary, ("class", "summary"));
                markup.Close();
            },
            [new FrontSection(report), new EffectSection(report), new InteractionSection(report), new PointSection(report)]);
    }
}
