using System.Collections.Generic;

namespace ScEdge.Experiments.Slurm;

/// <summary>
/// What a job asks of the cluster; null leaves a thing to the cluster's own default.
/// </summary>
public sealed record SlurmOptions
{
    /// <summary>Gets the partition.</summary>
    public string? Partition { get; init; }

    /// <summary>Gets the account.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the time limit of a task, as sbatch takes it: minutes, or hours:minutes:seconds.</summary>
    public string? Time { get; init; }

    /// <summary>Gets the memory of a task, as sbatch takes it, such as 2G.</summary>
    public string? Memory { get; init; }

    /// <summary>Gets the trainings of a task, one after the other; 1 or more.</summary>
    public int Chunk { get; init; } = 1;

    /// <summary>Gets the threads of a training, which are the processors of a task.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets further options of sbatch, such as <c>--qos=low</c>.</summary>
    public IReadOnlyList<string> Directives { get; init; } = [];
}
