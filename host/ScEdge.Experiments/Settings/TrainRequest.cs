using System;
using System.Collections.Generic;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Settings;

/// <summary>
/// What is to be trained, how, and where to: all values, so that a request can be kept, varied with <c>with</c> and sent on.
/// </summary>
public sealed record TrainRequest
{
    /// <summary>More threads than this rarely help the small networks.</summary>
    public const int MostDefaultThreads = 8;

    /// <summary>Most threads of a run.</summary>
    public const int MostThreads = 256;

    /// <summary>Gets the settings; their imperfections of the cells are those of <see cref="Nonidealities"/> over those of the device.</summary>
    public TrainingOptions Options { get; init; } = new();

    /// <summary>Gets the imperfections of the cells that differ from the device's own, <c>name=value</c> each.</summary>
    public IReadOnlyList<string> Nonidealities { get; init; } = [];

    /// <summary>Gets the folder to write to; null picks a name below <c>runs</c>.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Gets the number of threads, 1 to <see cref="MostThreads"/>; they change the time, never a bit of the result.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, MostDefaultThreads);

    /// <summary>Gets what manifest and report name as the command that repeats the run.</summary>
    public required string CommandLine { get; init; }
}
