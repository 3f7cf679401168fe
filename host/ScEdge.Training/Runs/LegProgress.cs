namespace ScEdge.Training.Runs;

/// <summary>
/// The part of a leg's state that is not tensors.
/// </summary>
/// <param name="Result">What is known so far.</param>
/// <param name="CurveSum">Sum of the losses since the last point of the curve.</param>
/// <param name="CurveSteps">Steps since the last point of the curve.</param>
public sealed record LegProgress(LegResult Result, double CurveSum, int CurveSteps);
