using System;
using System.Collections.Generic;
using ScEdge.Cli.Boards;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Settings;

/// <summary>
/// What a command line asks <c>train</c> to do.
/// </summary>
internal sealed record TrainRequest
{
    /// <summary>Gets the folder for a new run; null picks a name.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Gets the folder of the run to continue; null starts a new one.</summary>
    public string? ResumePath { get; init; }

    /// <summary>Gets the number of threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Gets the boards that compute the updates; null for this process.</summary>
    public TrainingBoards? Boards { get; init; }

    /// <summary>Gets whether the result is to be one JSON object on the last line of stdout.</summary>
    public bool Json { get; init; }

    /// <summary>Gets the command line, to be repeated.</summary>
    public required string CommandLine { get; init; }

    /// <summary>Gets the imperfections of the cells as given, <c>name=value</c> each.</summary>
    public IReadOnlyList<string> Nonidealities { get; init; } = [];

    /// <summary>Gets what puts the given settings over others.</summary>
    public required Func<TrainingOptions, TrainingOptions> Amend { get; init; }

    /// <summary>Gets what finds a given setting that differs from those of a run; the beginning of a sentence, or null.</summary>
    public required Func<TrainingOptions, string?> Contradiction { get; init; }
}
