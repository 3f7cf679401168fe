using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Files.Locks;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Runs;

/// <summary>
/// The folder of a run and the names of its files.
/// </summary>
/// <remarks>
/// manifest.json: settings, versions, machine, results. metrics.csv, metrics.jsonl: every step and epoch. ledger.csv,
/// ledger.jsonl: what every step would cost in silicon.
/// checkpoint.safetensors: everything that a resumed run needs. parameters.safetensors, parameters.npz: the trained
/// values, as PyTorch names and shapes them; registers.safetensors: the integer counters behind them;
/// baseline.safetensors, fixed.safetensors: the values of the baselines. These belong to the first seed; those of seed S are in the folder seed-S.
/// report.html: the page to read. Files are written under a temporary name and moved. Such a folder is new, empty, or a run's: no other is taken,
/// and of what is in it only names that this program made are removed.
/// </remarks>
public sealed class RunDirectory
{
    /// <summary>Name of the manifest, without which a folder is no run's.</summary>
    public const string ManifestName = "manifest.json";

    private const string StateKey = "scedge.state";
    private const string CheckKey = "scedge.sha256";
    /// <summary>Name of the page to read.</summary>
    public const string ReportName = "report.html";

    private const string LockName = ".lock";

    private RunDirectory(string path) => Path = path;

    /// <summary>Gets the path of the folder.</summary>
    public string Path { get; }

    /// <summary>Gets the path of the report.</summary>
    public string ReportPath => FilePath(ReportName);

    /// <summary>Gets the path of the manifest.</summary>
    public string ManifestPath => FilePath(ManifestName);

    private string CheckpointPath => FilePath("checkpoint.safetensors");

    /// <summary>Makes the folder of a new run; the first file in it must be the manifest, without which it is none.</summary>
    /// <exception cref="InputException">The folder cannot be made, already holds a run, or holds something else.</exception>
    public static RunDirectory Create(string path)
    {
        RunDirectory directory = new(path);
        if (File.Exists(directory.ManifestPath) || File.Exists(directory.CheckpointPath))
        {
            throw new InputException(
                $"The folder {path} already holds a run: give another folder, or continue it.") { Setting = $"resume {path}" };
        }

        try
        {
            Directory.CreateDirectory(path);
            RequireEmpty(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string what = Directory.Exists(path) ? "read" : "made";
            throw new InputException(
                $"The folder {path} cannot be {what} ({exception.Message.TrimEnd('.')}): give a folder that can be written.", exception)
            {
                Setting = "out",
            };
        }

        return directory;
    }

    /// <summary>Refuses a folder in which there is something that a run does not put there.</summary>
    /// <param name="path">A folder that exists.</param>
    /// <param name="isOwn">Names that belong into it beside those of every run.</param>
    /// <exception cref="InputException">There is.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void RequireEmpty(string path, Func<string, bool>? isOwn = null)
    {
        string? other = Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).OfType<string>()
            .Where(name => name != LockName && !TemporaryName.IsOurs(name) && isOwn?.Invoke(name) != true)
            .Order(StringComparer.Ordinal).FirstOrDefault();
        if (other is not null)
        {
            throw new InputException(
                $"The folder {path} holds something else ({other}), which a run could overwrite: give a new or an empty folder.") { Setting = "out" };
        }
    }

    /// <summary>Opens the folder of an earlier run.</summary>
    /// <exception cref="InputException">There is no run in it.</exception>
    public static RunDirectory Open(string path)
    {
        RunDirectory directory = new(path);
        if (!File.Exists(directory.ManifestPath))
        {
            throw new InputException(
                $"There is no run in {path} to resume: it has no {ManifestName}; give the folder that an earlier train wrote.");
        }

        return directory;
    }

    /// <summary>
    /// Keeps other processes from training in the folder until the result is disposed, and removes what an earlier process
    /// left half-written when it was killed.
    /// </summary>
    /// <exception cref="InputException">Another process is training in it.</exception>
    public IDisposable Lock()
    {
        try
        {
            IDisposable guard = LockFile.TryTake(FilePath(LockName), isRemoved: true)
                ?? throw new InputException($"Another scedge trains in {Path}: wait until it has ended, or give another folder.");
            TemporaryName.RemoveLeftovers(Path);
            return guard;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder {Path} cannot be used ({exception.Message}): check that it can be written.", exception);
        }
    }

    /// <summary>Reads the checkpoint, or returns null where the run was stopped before its first.</summary>
    /// <exception cref="InputException">The file is damaged or of another version.</exception>
    public (RunState State, TensorArchive Archive)? ReadCheckpoint()
    {
        if (!File.Exists(CheckpointPath))
        {
            return null;
        }

        SafetensorsFile file = SafetensorsFile.Read(CheckpointPath);
        try
        {
            if (file.Metadata.TryGetValue(StateKey, out string? json))
            {
                RecordedFormat.Check(json, CheckpointPath);
                RequireWhole(file);
                if (JsonSerializer.Deserialize<RunState>(json, RunJson.Compact) is { } state)
                {
                    return (state, new TensorArchive(file));
                }
            }
        }
        catch (JsonException exception)
        {
            throw Mismatch(exception);
        }

        throw Mismatch(null);
    }

    /// <summary>Reads how far the run has come, without its tensors, beside the process that trains it; null before its first checkpoint.</summary>
    /// <exception cref="InputException">The checkpoint is damaged or of another version.</exception>
    public RunState? ReadState()
    {
        if (!File.Exists(CheckpointPath))
        {
            return null;
        }

        try
        {
            return SafetensorsFile.ReadMetadata(CheckpointPath).TryGetValue(StateKey, out string? json)
                ? JsonSerializer.Deserialize<RunState>(json, RunJson.Compact)
                : throw Mismatch(null);
        }
        catch (JsonException exception)
        {
            throw Mismatch(exception);
        }
    }

    /// <summary>Gets when the checkpoint was last replaced, in UTC; long ago where there is none.</summary>
    public DateTime CheckpointTime => File.GetLastWriteTimeUtc(CheckpointPath);

    /// <summary>Gets whether a process trains in the folder.</summary>
    public bool IsInTraining => LockFile.IsHeld(LockPath);

    /// <summary>Gets the absolute path of the file that whoever trains in the folder keeps open.</summary>
    public string LockPath => System.IO.Path.GetFullPath(FilePath(LockName));

    /// <summary>Replaces the checkpoint.</summary>
    public void WriteCheckpoint(RunState state, TensorArchive archive)
    {
        archive.File.Metadata[StateKey] = JsonSerializer.Serialize(state, RunJson.Compact);
        archive.File.Metadata[CheckKey] = archive.File.Check();
        archive.File.Write(CheckpointPath);
    }

    /// <summary>Writes the trained values of a seed.</summary>
    /// <param name="training">The finished training.</param>
    /// <param name="isFirst">Whether it is the first seed, whose files stand in the folder itself.</param>
    public void WriteParameters(SeedTraining training, bool isFirst)
    {
        string folder = isFirst ? Path : FilePath($"seed-{training.Seed}");
        if (Directory.CreateDirectory(folder).LinkTarget is not null && !isFirst)
        {
            throw new InputException($"{folder} is a link, and what it leads to is not the run's: remove it, then resume the run.");
        }

        TemporaryName.RemoveLeftovers(folder);
        ParameterFiles.Write(folder, training);
    }

    /// <summary>Opens a file of the folder that grows with the run.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="marks">Where to continue, by file; none starts anew.</param>
    /// <exception cref="InputException">The file is not the one of the checkpoint.</exception>
    public AppendedFile Append(string name, IReadOnlyDictionary<string, FileMark> marks) =>
        new(FilePath(name), marks.GetValueOrDefault(name));

    /// <summary>Writes a text file of the folder.</summary>
    public void WriteText(string name, string text) => AtomicFile.WriteText(FilePath(name), text);

    private void RequireWhole(SafetensorsFile file)
    {
        string? check = file.Metadata.GetValueOrDefault(CheckKey);
        file.Metadata.Remove(CheckKey);
        if (check is null)
        {
            throw Mismatch(null);
        }

        if (check != file.Check())
        {
            throw new InputException($"{CheckpointPath} is damaged or was changed: put back the file that train wrote, or start a new run.");
        }
    }

    private string FilePath(string name) => System.IO.Path.Combine(Path, name);

    private InputException Mismatch(Exception? cause) => new(
        $"{CheckpointPath} is not a checkpoint of this version of scedge: resume it with the version that wrote it (see {ManifestName}), "
        + "or start a new run.",
        cause!);
}
