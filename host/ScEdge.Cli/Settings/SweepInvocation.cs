using System.Collections.Generic;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Cli.Settings;

/// <summary>
/// What a command line asks <c>sweep</c> to do.
/// </summary>
/// <param name="Trainings">All trainings of the plan, checked.</param>
/// <param name="Folder">The sweep's folder.</param>
/// <param name="Jobs">Trainings at a time; 0 for as many as cores and memory allow.</param>
/// <param name="Threads">Threads of a training.</param>
/// <param name="DryRun">Whether only to say what would be trained.</param>
/// <param name="Json">Whether the result is to be one JSON object on the last line of stdout.</param>
/// <param name="CommandLine">The command itself.</param>
internal sealed record SweepInvocation(
    IReadOnlyList<SweepTraining> Trainings, string Folder, int Jobs, int Threads, bool DryRun, bool Json, string CommandLine);
