using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// What a row of the live table says about one training.
/// </summary>
/// <param name="Loss">Training loss in nats; null where it is not remembered.</param>
/// <param name="TrainingAccuracy">Share of training images classified correctly, 0..1; null where it is not remembered.</param>
/// <param name="ValidationAccuracy">Share of validation images classified correctly, 0..1; null before it is measured.</param>
internal sealed record LegCells(double? Loss, double? TrainingAccuracy, double? ValidationAccuracy);
