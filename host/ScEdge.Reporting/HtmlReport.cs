using System;
using System.IO;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Pages;

namespace ScEdge.Reporting;

/// <summary>Writes the report of a training run as one web page.</summary>
/// <remarks>
/// The page holds its style and its drawings (SVG), and neither scripts nor links to anything outside: it can be kept, mailed
/// and printed, and still be read in ten years. It is HTML 5 that is also well-formed XML, in ASCII-compatible UTF-8.
/// Equal reports give equal characters, on every platform and under every culture; lines end with a line feed.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Writes the page; panels whose data are missing are left out.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="writer">Receives the text; encode it as UTF-8. It is not closed.</param>
    public static void Write(RunReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        ReportPage.Write(report, writer);
    }
}
