using System.Collections.Generic;

namespace ScEdge.Experiments.Results;

/// <summary>
/// What the trainings with one kind of updates came to.
/// </summary>
/// <param name="TestAccuracy">Share of test images classified correctly after the last epoch, 0..1, per seed.</param>
/// <param name="TestLoss">Mean test loss after the last epoch in nats, per seed.</param>
public sealed record LegFigures(IReadOnlyList<double> TestAccuracy, IReadOnlyList<double> TestLoss);
