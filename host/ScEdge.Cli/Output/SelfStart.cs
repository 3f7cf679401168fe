using System;
using System.Collections.Generic;
using System.IO;

namespace ScEdge.Cli.Output;

/// <summary>
/// How this program is started: by its own name, or by dotnet.
/// </summary>
internal static class SelfStart
{
    /// <summary>Gets the words before the command.</summary>
    public static IReadOnlyList<string> Words { get; } = Of(Environment.ProcessPath!);

    private static IReadOnlyList<string> Of(string path) =>
        Path.GetFileNameWithoutExtension(path) == "dotnet" ? [path, Path.Combine(AppContext.BaseDirectory, "scedge.dll")] : [path];
}
