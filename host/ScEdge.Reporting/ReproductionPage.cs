using System;
using System.IO;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Pages;
using ScEdge.Reporting.Pages.Reproduction;

namespace ScEdge.Reporting;

/// <summary>Writes the page of a reproduction: claims, breakdowns, plots.</summary>
/// <remarks>Like <see cref="HtmlReport"/>: one file without scripts and links; equal reports give equal characters.</remarks>
public static class ReproductionPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="writer">Receives the text; encode it as UTF-8. It is not closed.</param>
    public static void Write(ReproductionReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        Page.Write(
            writer,
            "Claims put to the test · ScEdge",
            markup => WriteHead(markup, report),
            [
                new ClaimSection(report), new SpanSection(report), new TradeOffSection(report), new BreakdownSection(report),
                new LaneSection(report), new PublishedSection(report), new CommandSection(report),
            ]);
    }

    private static void WriteHead(MarkupWriter markup, ReproductionReport report)
    {
        markup.Open("header");
        markup.Open("p", ("class", "overline"));
        markup.Element("strong", "ScEdge");
        markup.Text(" reproduction");
        Headline.WriteOrigin(markup, report.Created, report.Program);
        markup.Close();
        markup.Element("h1", "Memristive stochastic computing, claim by claim");
        markup.Element("p", report.Summary, ("class", "summary"));
        markup.Element(
            "p",
            "Claims: C. Lammie, J. K. Eshraghian, W. D. Lu, M. Rahimi Azghadi, “Memristive Stochastic Computing for Deep Learning Parameter "
            + "Optimization”, IEEE TCAS-II 68(5), 2021, as its abstract gives them. Data set, network, stream length and clock are not "
            + "given there.",
            ("class", "note"));
        markup.Close();
    }
}
