using System.Collections.Generic;
using ScEdge.Files.Writing;

namespace ScEdge.Training.Runs;

/// <summary>
/// How far a whole run has come: the part of a checkpoint that is not tensors.
/// </summary>
public sealed class RunState
{
    /// <summary>Gets the stream format of the run's bits.</summary>
    public int StreamFormat { get; init; } = Stochastic.Streams.StreamFormat.Version;

    /// <summary>Gets the settings of the run.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>Gets what identifies data, network and device, so that a run is not continued with others.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the finished seeds, in order.</summary>
    public List<SeedResult> Finished { get; init; } = [];

    /// <summary>Gets or sets the seed in training; null between seeds.</summary>
    public SeedProgress? Current { get; set; }

    /// <summary>Gets how far the files that grow with the run have come, by name.</summary>
    public Dictionary<string, FileMark> FileMarks { get; init; } = [];
}
