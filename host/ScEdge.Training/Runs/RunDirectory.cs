using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
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
/// report.html: the page to read. Files are written under a temporary name and moved.
/// </remarks>
public sealed class RunDirectory
{
    private const string StateKey = "scedge.state";

    private RunDirectory(string path) => Path = path;

    /// <summary>Gets the path of the folder.</summary>
    public string Path { get; }

    /// <summary>Gets the path of the report.</summary>
    public string ReportPath => FilePath("report.html");

    /// <summary>Gets the path of the manifest.</summary>
    public string ManifestPath => FilePath("manifest.json");

    private string CheckpointPath => FilePath("checkpoint.safetensors");

    /// <summary>Makes the folder of a new run; the first file in it must be the manifest, without which it is none.</summary>
    /// <exception cref="InputException">The folder cannot be made or already holds a run.</exception>
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
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"The folder {path} cannot be made: give a folder that can be written.", exception) { Setting = "out" };
        }

        return directory;
    }

    /// <summary>Opens the folder of an earlier run.</summary>
    /// <exception cref="InputException">There is no run in it.</exception>
    public static RunDirectory Open(string path)
    {
        RunDirectory directory = new(path);
        if (!File.Exists(directory.ManifestPath))
        {
            throw new InputException(
                $"There is no run in {path} to resume: it has no manifest.json; give the folder that an earlier train wrote.");
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
        FileStream guard;
        try
        {
            // The operating system gives it up with the process, however that ends.
            guard = new FileStream(FilePath(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The folder {Path} cannot be used ({exception.Message}): "
                + "wait until no other scedge trains in it, and check that it can be written.",
                exception);
        }

        foreach (string leftover in Directory.EnumerateFiles(Path, ".*.tmp", SearchOption.AllDirectories))
        {
            File.Delete(leftover);
        }

        return guard;
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

    /// <summary>Replaces the checkpoint.</summary>
    public void WriteCheckpoint(RunState state, TensorArchive archive)
    {
        archive.File.Metadata[StateKey] = JsonSerializer.Serialize(state, RunJson.Compact);
        archive.File.Write(CheckpointPath);
    }

    /// <summary>Writes the trained values of a seed.</summary>
    /// <param name="training">The finished training.</param>
    /// <param name="isFirst">Whether it is the first seed, whose files stand in the folder itself.</param>
    public void WriteParameters(SeedTraining training, bool isFirst)
    {
        string folder = isFirst ? Path : FilePath($"seed-{training.Seed}");
        Directory.CreateDirectory(folder);
        ParameterFiles.Write(folder, training);
    }

    /// <summary>Opens a file of the folder that grows with the run.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="lengths">Lengths in bytes to continue from, by file; none starts anew.</param>
    /// <exception cref="InputException">The file is shorter than that.</exception>
    public AppendedFile Append(string name, IReadOnlyDictionary<string, long> lengths) =>
        new(FilePath(name), lengths.GetValueOrDefault(name));

    /// <summary>Writes a text file of the folder.</summary>
    public void WriteText(string name, string text) => AtomicFile.Write(FilePath(name), stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private string FilePath(string name) => System.IO.Path.Combine(Path, name);

    private InputException Mismatch(Exception? cause) => new(
        $"{CheckpointPath} is not a checkpoint of this version of scedge: resume it with the version that wrote it (see manifest.json), "
        + "or start a new run.",
        cause!);
}
