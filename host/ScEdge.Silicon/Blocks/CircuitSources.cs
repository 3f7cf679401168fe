using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ScEdge.Silicon.Blocks;

/// <summary>The circuit's SystemVerilog, which the program carries with it.</summary>
internal static class CircuitSources
{
    private const string Modules = "rtl/";

    private static readonly Assembly Own = typeof(CircuitSources).Assembly;

    /// <summary>Writes modules and benches into a folder and returns the file names of the modules.</summary>
    public static IReadOnlyList<string> WriteTo(string folder)
    {
        foreach (string name in Own.GetManifestResourceNames())
        {
            using Stream source = Own.GetManifestResourceStream(name)!;
            using FileStream target = File.Create(Path.Combine(folder, Path.GetFileName(name)));
            source.CopyTo(target);
        }

        return [.. Own.GetManifestResourceNames().Where(static name => name.StartsWith(Modules, StringComparison.Ordinal))
            .Select(static name => Path.GetFileName(name)).Order(StringComparer.Ordinal)];
    }
}
