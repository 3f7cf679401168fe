using ScEdge.Statistics;

namespace ScEdge.Reporting.Model;

/// <summary>Stochastic training beside a baseline of the same seeds.</summary>
/// <param name="Baseline">Name of the baseline as a sentence goes on with it, for example <c>FP32</c>.</param>
/// <param name="Result">Baseline minus stochastic training on the test images.</param>
public sealed record BaselineComparison(string Baseline, AccuracyComparison Result);
