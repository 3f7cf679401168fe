using System.Collections.Generic;
using ScEdge.Experiments.Settings;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// What a reproduction of the paper's claims is to train.
/// </summary>
/// <param name="Train">The main configuration, with its threads and the folder for all trainings.</param>
/// <param name="Lengths">Further stream lengths.</param>
public sealed record ReproductionRequest(TrainRequest Train, IReadOnlyList<StreamLengths> Lengths);
