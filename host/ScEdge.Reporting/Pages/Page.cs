using System;
using System.Collections.Generic;
using System.IO;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Styles;

namespace ScEdge.Reporting.Pages;

/// <summary>A whole page: what stands at its head, a list of contents, sections.</summary>
internal static class Page
{
    /// <summary>Writes the page; sections without content are left out.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="title">Title of the document.</param>
    /// <param name="writeHead">Writes what stands above the sections.</param>
    /// <param name="sections">Sections in order.</param>
    public static void Write(TextWriter writer, string title, Action<MarkupWriter> writeHead, IEnumerable<Section> sections)
    {
        List<Section> shown = [.. sections];
        shown.RemoveAll(section => !section.HasContent);
        var markup = new MarkupWriter(writer);
        markup.Verbatim("<!DOCTYPE html>");
        markup.Open("html", ("lang", "en"));
        WriteDocumentHead(markup, title);
        markup.Open("body");
        markup.Open("main");
        writeHead(markup);
        if (shown.Count > 1)
        {
            WriteContents(markup, shown);
        }

        foreach (Section section in shown)
        {
            section.Write(markup);
        }

        markup.Close();
        markup.Open("script");
        markup.Verbatim(FigureScript.Text);
        markup.Close();
        markup.Close();
        markup.Close();
        markup.Verbatim("\n");
    }

    private static void WriteDocumentHead(MarkupWriter markup, string title)
    {
        markup.Open("head");
        markup.Leaf("meta", ("charset", "utf-8"));
        markup.Leaf("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        markup.Leaf("meta", ("name", "color-scheme"), ("content", "light dark"));
        markup.Element("title", title);
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
