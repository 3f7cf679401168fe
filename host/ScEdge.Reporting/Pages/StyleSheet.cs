using System;
using System.IO;

namespace ScEdge.Reporting.Pages;

/// <summary>The page's style, kept as a plain file beside this class.</summary>
internal static class StyleSheet
{
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>The style sheet with line feeds.</summary>
    public static string Text => Loaded.Value;

    private static string Load()
    {
        using Stream resource = typeof(StyleSheet).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The style sheet is missing from the assembly; rebuild it with report.css embedded.");
        using var reader = new StreamReader(resource);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
