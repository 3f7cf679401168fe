using System;

namespace ScEdge.Reporting.Styles;

/// <summary>The page's style, kept as a plain file beside this class.</summary>
internal static class StyleSheet
{
    private static readonly Lazy<string> Loaded = new(static () => EmbeddedText.Read("report.css"));

    /// <summary>The style sheet with line feeds.</summary>
    public static string Text => Loaded.Value;
}
