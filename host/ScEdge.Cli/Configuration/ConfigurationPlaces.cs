using System;
using System.Collections.Generic;
using System.IO;

namespace ScEdge.Cli.Configuration;

/// <summary>
/// Where files with a user's own defaults are looked for (hw-docs/configuration.md).
/// </summary>
internal static class ConfigurationPlaces
{
    /// <summary>Name of the variable that names one file in the place of all others; empty for none.</summary>
    public const string Variable = "SCEDGE_CONFIG";

    private const string FileName = "scedge.json";

    /// <summary>Returns the paths, what counts first first: the working folder's, then the user's.</summary>
    public static IReadOnlyList<string> All()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } only)
        {
            return only.Length == 0 ? [] : [only];
        }

        // $XDG_CONFIG_HOME or ~/.config on Linux (XDG Base Directory Specification 0.8), %APPDATA% on Windows.
        string own = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return own.Length == 0 ? [FileName] : [FileName, Path.Combine(own, "scedge", FileName)];
    }
}
