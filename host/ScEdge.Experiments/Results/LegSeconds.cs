namespace ScEdge.Experiments.Results;

/// <summary>
/// Time spent in training steps, all seeds together, in seconds; null for a training that did not take place.
/// </summary>
/// <param name="Fp32">Of the FP32 training.</param>
/// <param name="Fixed">Of the training in fixed-point arithmetic.</param>
/// <param name="Sc">Of the stochastic training.</param>
/// <param name="Total">Of all.</param>
public sealed record LegSeconds(double? Fp32, double? Fixed, double? Sc, double Total);
