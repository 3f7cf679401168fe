using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScEdge.Serve.Runs;

/// <summary>The files of a run that the page may fetch: those that a run writes, and no other.</summary>
internal static class RunFiles
{
    private static readonly string[] Names =
    [
        "report.html", "manifest.json", "metrics.csv", "metrics.jsonl", "ledger.csv", "ledger.jsonl", "parameters.safetensors", "parameters.npz",
        "registers.safetensors", "baseline.safetensors", "fixed.safetensors",
    ];

    /// <summary>Lists those that are there.</summary>
    public static IReadOnlyList<string> Of(string folder) => [.. Names.Where(name => Path(folder, name) is not null)];

    /// <summary>Returns the path of a file, or null where there is none; a link leads elsewhere and is none.</summary>
    public static string? Path(string folder, string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        FileInfo file = new(System.IO.Path.Combine(folder, name));
        return file.Exists && file.LinkTarget is null ? file.FullName : null;
    }
}
