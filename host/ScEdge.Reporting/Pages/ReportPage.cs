using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>The whole page: the result first, then how it came about, then what repeats it.</summary>
internal static class ReportPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(RunReport report, TextWriter writer)
    {
        List<Section> sections =
        [
            new TrainingSection(report), new ConfusionSection(report), new WeightSection(report), new UpdateErrorSection(report),
            new CellSection(report), new CostSection(report), new SettingsSection(report),
        ];
        sections.RemoveAll(section => !section.HasContent);

        var markup = new MarkupWriter(writer);
        markup.Verbatim("<!DOCTYPE html>");
        markup.Open("html", ("lang", "en"));
        WriteHead(markup, report);
        markup.Open("body");
        markup.Open("main");
        Headline.Write(markup, report);
        if (sections.Count > 1)
        {
            WriteContents(markup, sections);
        }

        foreach (Section section in sections)
        {
            section.Write(markup);
        }

        markup.Close();
        markup.Close();
        markup.Close();
        markup.Verbatim("\n");
    }

    private static void WriteHead(MarkupWriter markup, RunReport report)
    {
        markup.Open("head");
        markup.Leaf("meta", ("charset", "utf-8"));
        markup.Leaf("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        markup.Leaf("meta", ("name", "color-scheme"), ("content", "light dark"));
        markup.Element("title", report.Title + " · ScEdge training report");
        markup.Open("style");
        markup.Verbatim(StyleSheet.Text);
        markup.Close();
        markup.Close();
    }

    private static void WriteContents(MarkupWriter markup, List<Section> sections)
    {
        markup.Open("nav", ("aria-label", "Contents"));
        markup.Open("ul");
        foreach (Section section in sections)
        {
            markup.Open("li");
            markup.Element("a", section.Heading, ("href", "#" + section.Id));
            markup.Close();
        }

        markup.Close();
        markup.Close();
    }
}
