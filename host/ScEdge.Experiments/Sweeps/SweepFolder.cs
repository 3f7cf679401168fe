using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Runs;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// The folder of a sweep: a folder for each point with one for each seed, and the tables.
/// </summary>
public sealed class SweepFolder
{
    /// <summary>Name of the folder for what a cluster needs.</summary>
    public const string SlurmName = "slurm";

    private const string PointsName = "points";

    private readonly Dictionary<string, string> _points = [];

    private SweepFolder(string path)
    {
        Path = path;
        string points = System.IO.Path.Combine(path, PointsName);
        foreach (string point in Directory.Exists(points) ? Directory.GetDirectories(points) : [])
        {
            // The name ends with the point's identity; what stands before it may be that of an earlier plan.
            _points[point[(point.LastIndexOf('-') + 1)..]] = System.IO.Path.GetFileName(point);
        }
    }

    /// <summary>Gets its path.</summary>
    public string Path { get; }

    /// <summary>Opens a folder that is new, empty, or a sweep's.</summary>
    /// <exception cref="InputException">It holds something else, or cannot be read.</exception>
    public static SweepFolder Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                RunDirectory.RequireEmpty(path, static name => name is PointsName or SlurmName || SweepTables.Names.Contains(name));
                TemporaryName.RemoveLeftovers(path);
            }

            return new SweepFolder(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder {path} cannot be read ({exception.Message}): give another.", exception) { Setting = "out" };
        }
    }

    /// <summary>Makes a folder of the sweep, if it is not there.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder {folder} cannot be made ({exception.Message.TrimEnd('.')}): give another.", exception)
            {
                Setting = "out",
            };
        }
    }

    /// <summary>Returns the folder of a training, within that of the sweep.</summary>
    public string Of(SweepTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return System.IO.Path.Combine(PointsName, _points.GetValueOrDefault(training.Identity, training.FolderName), training.SeedName);
    }

    /// <summary>Returns the whole path of a training's folder.</summary>
    public string PathOf(SweepTraining training) => System.IO.Path.Combine(Path, Of(training));

    /// <summary>Returns whether a training was begun.</summary>
    public bool Has(SweepTraining training) => File.Exists(System.IO.Path.Combine(PathOf(training), RunDirectory.ManifestName));

    /// <summary>Returns what a training came to, or null where it is not finished.</summary>
    /// <exception cref="InputException">Its manifest cannot be read.</exception>
    public RunResult? ResultOf(SweepTraining training) => Has(training)
        && RunManifest.Read(RunDirectory.Open(PathOf(training))) is { Status: RunStatus.Finished, Result: { } result } ? result : null;

    /// <summary>Returns whether a training is finished, as far as its manifest can be read.</summary>
    public bool IsFinished(SweepTraining training)
    {
        try
        {
            return ResultOf(training) is not null;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>Writes a table of the sweep; what stood there is replaced as a whole.</summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public void Write(string name, string text) => Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a table of the sweep; what stood there is replaced as a whole.</summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public void Write(string name, Action<Stream> write)
    {
        CreateFolder(Path);
        AtomicFile.Write(System.IO.Path.Combine(Path, name), write);
    }
}
