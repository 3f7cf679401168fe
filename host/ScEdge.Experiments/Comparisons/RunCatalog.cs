using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Comparisons;

/// <summary>
/// Finds the runs below a folder, those of sweeps and reproductions among them.
/// </summary>
public static class RunCatalog
{
    // runs/SWEEP/points/POINT/SEED, and a few folders of one's own around it.
    private const int MostDepth = 8;

    /// <summary>Finds the runs, in the order of their paths; links are not followed.</summary>
    /// <param name="folder">Where to look; it may be a run itself.</param>
    /// <exception cref="InputException">There is no such folder, or it cannot be read.</exception>
    public static IEnumerable<FoundRun> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"There is no folder '{folder}': give the one that holds the runs.");
        }

        EnumerationOptions options = new()
        {
            RecurseSubdirectories = true, MaxRecursionDepth = MostDepth, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint,
        };
        return Directory.EnumerateFiles(folder, RunDirectory.ManifestName, options)
            .Order(StringComparer.Ordinal)
            .Select(static manifest => Read(Path.GetDirectoryName(manifest)!))
            .OfType<FoundRun>();
    }

    /// <summary>Reads one run.</summary>
    /// <exception cref="InputException">It is none, or of another stream format.</exception>
    public static FoundRun Open(string folder) => new(folder, RunManifest.Read(RunDirectory.Open(folder)));

    private static FoundRun? Read(string folder)
    {
        try
        {
            return Open(folder);
        }
        catch (InputException)
        {
            // A file of that name that is no manifest, or one of another version, is none of the runs to list.
            return null;
        }
    }
}

/// <summary>A run with its folder.</summary>
/// <param name="Folder">Path of the folder.</param>
/// <param name="Manifest">What it is, and what it came to.</param>
public sealed record FoundRun(string Folder, RunManifest Manifest);
