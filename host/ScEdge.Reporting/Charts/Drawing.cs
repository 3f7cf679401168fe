using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>The SVG element around a chart, with its spoken title and description.</summary>
internal static class Drawing
{
    /// <summary>Opens the element; the caller draws and closes it.</summary>
    public static void Open(MarkupWriter markup, ChartText text, string look, double width, double height)
    {
        markup.Open(
            "svg",
            ("class", look),
            ("viewBox", $"0 0 {NumberText.Coordinate(width)} {NumberText.Coordinate(height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{text.Id}-title {text.Id}-description"));
        markup.Element("title", text.Title, ("id", text.Id + "-title"));
        markup.Element("desc", text.Description, ("id", text.Id + "-description"));
    }
}
