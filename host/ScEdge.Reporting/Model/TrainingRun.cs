using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>One network trained from one seed.</summary>
/// <remarks>
/// Runs of all kinds with the same seed share initial weights and data order, so the report compares them in pairs.
/// </remarks>
/// <param name="Seed">Seed of weights, data order and streams.</param>
/// <param name="Curve">Points in order of steps; may be empty, the charts are then left out.</param>
/// <param name="TestAccuracy">Final share of test images classified correctly, 0 to 1.</param>
/// <param name="Seconds">Wall-clock training time in seconds, or null if it was not measured.</param>
public sealed record TrainingRun(ulong Seed, IReadOnlyList<CurvePoint> Curve, double TestAccuracy, double? Seconds = null);

/// <summary>What was known about one training at one step.</summary>
/// <param name="Step">Parameter updates made so far.</param>
/// <param name="Epoch">Position in passes over the training set; 1.5 is the middle of the second pass.</param>
/// <param name="TrainingLoss">Smoothed training loss, or null where none was recorded.</param>
/// <param name="ValidationAccuracy">
/// Share of validation images classified correctly, 0 to 1; null except where it was measured, at epoch ends.
/// </param>
public sealed record CurvePoint(long Step, double Epoch, double? TrainingLoss = null, double? ValidationAccuracy = null);
