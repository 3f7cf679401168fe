namespace ScEdge.Reporting.Model;

/// <summary>What was known about one training at one step.</summary>
/// <param name="Step">Parameter updates made so far.</param>
/// <param name="Epoch">Position in passes over the training set; 1.5 is the middle of the second pass.</param>
/// <param name="TrainingLoss">Smoothed training loss, or null where none was recorded.</param>
/// <param name="ValidationAccuracy">
/// Share of validation images classified correctly, 0 to 1; null except where it was measured, at epoch ends.
/// </param>
public sealed record CurvePoint(long Step, double Epoch, double? TrainingLoss = null, double? ValidationAccuracy = null);
