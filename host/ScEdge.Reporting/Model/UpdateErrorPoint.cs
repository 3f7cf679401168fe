namespace ScEdge.Reporting.Model;

/// <summary>Error of one group of stochastic updates, against theory.</summary>
/// <param name="PredictedDeviation">Standard deviation that binomial counting predicts, for example q sqrt(N p (1 - p)).</param>
/// <param name="MeasuredRms">Root mean square of (stochastic result - exact result), same unit.</param>
public sealed record UpdateErrorPoint(double PredictedDeviation, double MeasuredRms);
