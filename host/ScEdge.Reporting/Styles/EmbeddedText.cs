using System;
using System.IO;

namespace ScEdge.Reporting.Styles;

/// <summary>Files that are a part of the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>Returns a file with line feeds, on a line of its own.</summary>
    public static string Read(string name)
    {
        using Stream resource = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly; rebuild it with that file embedded.");
        using StreamReader reader = new(resource);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
