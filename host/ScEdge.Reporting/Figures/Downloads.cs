using System;
using System.Linq;
using System.Text;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Figures;

/// <summary>What takes a figure off its page: links that hold the files themselves, and so need neither a server nor scripts.</summary>
internal static class Downloads
{
    /// <summary>Writes the links; the button for a picture is seen where the page's script runs, which makes it.</summary>
    public static void Write(MarkupWriter markup, Figure figure)
    {
        string name = FileName(figure.Chart.Text.Id);
        markup.Open("p", ("class", "downloads"));
        Link(markup, figure, "SVG", $"{name}.svg", "image/svg+xml", StandaloneDrawing.Of(figure));
        markup.Text(" ");
        markup.Element("button", "PNG", ("type", "button"), ("class", "as-png"), ("aria-label", Spoken(figure, "PNG")));
        markup.Text(" ");
        Link(markup, figure, "CSV", $"{name}.csv", "text/csv", figure.Chart.Points.ToCsv());
        markup.Close();
    }

    private static void Link(MarkupWriter markup, Figure figure, string form, string name, string type, string contents) => markup.Element(
        "a",
        form,
        ("download", name),
        ("href", $"data:{type};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(contents))}"),
        ("aria-label", Spoken(figure, form)));

    private static string Spoken(Figure figure, string form) => $"{form} of {figure.Chart.Text.Title}";

    private static string FileName(string id) =>
        string.Concat(id.Select(static one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.' ? one : '-')).TrimStart('.');
}
