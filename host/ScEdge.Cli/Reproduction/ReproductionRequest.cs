using System.Collections.Generic;
using ScEdge.Cli.Settings;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Reproduction;

/// <summary>
/// What a command line asks <c>reproduce</c> to do.
/// </summary>
/// <param name="Train">Settings of the main configuration, threads, JSON.</param>
/// <param name="Lengths">Further stream lengths.</param>
/// <param name="OutputPath">Folder; null picks a name.</param>
internal sealed record ReproductionRequest(TrainRequest Train, IReadOnlyList<StreamLengths> Lengths, string? OutputPath);
