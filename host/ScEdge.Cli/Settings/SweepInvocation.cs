using System.Collections.Generic;
using ScEdge.Experiments.Slurm;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Cli.Settings;

/// <summary>
/// What a command line asks <c>sweep</c> to do.
/// </summary>
/// <param name="Plan">The plan.</param>
/// <param name="Trainings">All trainings of the plan, checked; of a task of a cluster its own.</param>
/// <param name="Folder">The sweep's folder.</param>
/// <param name="Jobs">Trainings at a time; 0 for as many as cores and memory allow.</param>
/// <param name="Threads">Threads of a training.</param>
/// <param name="DryRun">Whether only to say what would be trained.</param>
/// <param name="Json">Whether the result is to be one JSON object on the last line of stdout.</param>
/// <param name="CommandLine">The command itself.</param>
/// <param name="IsTask">Whether it is a task of a cluster, which leaves the tables to whoever collects.</param>
/// <param name="Cluster">What to do on a cluster; null for this machine.</param>
/// <param name="Search">How to search the plan; null to train all of it.</param>
/// <param name="Archive">Where results are kept; those that were there are not among the trainings. Null without one.</param>
internal sealed record SweepInvocation(
    SweepPlan Plan,
    IReadOnlyList<SweepTraining> Trainings,
    string Folder,
    int Jobs,
    int Threads,
    bool DryRun,
    bool Json,
    string CommandLine,
    bool IsTask,
    ClusterRequest? Cluster,
    SearchSettings? Search,
    SweepArchive? Archive);

/// <summary>What to do with a sweep on a cluster.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Options">What a job asks for.</param>
internal sealed record ClusterRequest(ClusterAction Action, SlurmOptions Options);

/// <summary>What can be done with a sweep on a cluster.</summary>
internal enum ClusterAction
{
    /// <summary>Submit what is left and wait for it.</summary>
    Submit,

    /// <summary>Submit what is left and come back later.</summary>
    Detach,

    /// <summary>Wait for what was submitted, and collect.</summary>
    Attach,

    /// <summary>Take it out of the queue.</summary>
    Cancel,
}
