using System.IO;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>The page of a run: the result first, then how it came about, then what repeats it.</summary>
internal static class ReportPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(RunReport report, TextWriter writer) => Page.Write(
        writer,
        report.Title + " · ScEdge training report",
        markup => Headline.Write(markup, report),
        [
            new TrainingSection(report), new ConfusionSection(report), new WeightSection(report), new UpdateErrorSection(report),
            new CellSection(report), new PassSection(report), new CostSection(report), new SettingsSection(report),
        ]);
}
