using System;
using System.IO;
using System.Text.Json;
using ScEdge.Files.Reading;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Slurm;

/// <summary>
/// The job that a sweep's folder was last submitted as.
/// </summary>
/// <param name="Job">Number of the job.</param>
/// <param name="Tasks">Its tasks.</param>
/// <param name="Chunk">Trainings of a task.</param>
/// <param name="SubmittedUtc">When.</param>
public sealed record SlurmSubmission(string Job, int Tasks, int Chunk, DateTime SubmittedUtc)
{
    private const string Name = "submission.json";

    /// <summary>Reads the submission of a folder, or returns null where there was none.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static SlurmSubmission? Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<SlurmSubmission>(TextFile.Read(path), RunJson.Indented) : null;
        }
        catch (JsonException exception)
        {
            throw new InputException($"{path} is damaged: delete it if no job of this sweep is in the queue.", exception);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string folder) => AtomicFile.WriteText(Path.Combine(folder, Name), JsonSerializer.Serialize(this, RunJson.Indented) + "\n");
}
