using System;
using System.Text.Json;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Results;
using ScEdge.Files.Reading;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// manifest.json: what a run is made of and, at the end, what it came to. It is written before the first step, so that a
/// run that dies at any moment can be resumed from it.
/// </summary>
public sealed record RunManifest
{
    /// <summary>Gets how far the run has come.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Gets the version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the commit that the program was built from, if any.</summary>
    public string? Commit { get; init; }

    /// <summary>Gets the stream format of the run's bits.</summary>
    public int StreamFormat { get; init; } = Stochastic.Streams.StreamFormat.Version;

    /// <summary>Gets the command that started the run.</summary>
    public required string CommandLine { get; init; }

    /// <summary>Gets when the run was started.</summary>
    public required DateTime StartedUtc { get; init; }

    /// <summary>Gets when the run was finished; null before.</summary>
    public DateTime? FinishedUtc { get; init; }

    /// <summary>Gets how often the run was continued after an interruption.</summary>
    public int Resumptions { get; init; }

    /// <summary>Gets every setting.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>Gets the threads that it was last trained with.</summary>
    public required int Threads { get; init; }

    /// <summary>Gets the images.</summary>
    public required DataDescription Data { get; init; }

    /// <summary>Gets the name of the network.</summary>
    public required string ModelName { get; init; }

    /// <summary>Gets the number of trainable parameters.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Gets the machine.</summary>
    public required MachineDescription Machine { get; init; }

    /// <summary>Gets the results; null before the end.</summary>
    public RunResult? Result { get; init; }

    /// <summary>Reads the manifest of a run.</summary>
    /// <exception cref="InputException">It cannot be read, is none, or is of another stream format.</exception>
    public static RunManifest Read(RunDirectory directory)
    {
        try
        {
            string json = TextFile.Read(directory.ManifestPath);
            RecordedFormat.Check(json, directory.ManifestPath);
            return JsonSerializer.Deserialize<RunManifest>(json, RunJson.Indented) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new InputException(
                $"{directory.ManifestPath} is not a manifest of this version of scedge: "
                + "resume the run with the version that started it, or start a new one.",
                exception);
        }
    }

    /// <summary>Writes the manifest into a run's folder.</summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public void Write(RunDirectory directory) =>
        directory.WriteText(RunDirectory.ManifestName, JsonSerializer.Serialize(this, RunJson.Indented) + "\n");
}

/// <summary>
/// How far a run has come, as its manifest says.
/// </summary>
public enum RunStatus
{
    /// <summary>Training, or ended without a chance to say so; can be resumed.</summary>
    Training,

    /// <summary>Stopped by the user; can be resumed.</summary>
    Interrupted,

    /// <summary>All seeds are trained.</summary>
    Finished,
}
