using System;

using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// A row of the live table: one epoch of one seed.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Epoch">The epoch, 1 first.</param>
/// <param name="Fp32">The FP32 training, or null.</param>
/// <param name="Fixed">The training in fixed-point arithmetic, or null.</param>
/// <param name="Stochastic">The stochastic training, or null.</param>
internal sealed record EpochRow(ulong Seed, int Epoch, LegCells? Fp32, LegCells? Fixed, LegCells? Stochastic)
{
    /// <summary>Gets FP32 minus stochastic validation accuracy in points, or null: the difference of the two as they stand beside it.</summary>
    public double? DropPoints => Shown(Fp32) - Shown(Stochastic);

    private static double? Shown(LegCells? leg) => leg?.ValidationAccuracy is { } share ? Math.Round(100 * share, 2) : null;
}

/// <summary>
/// What a row of the live table says about one training.
/// </summary>
/// <param name="Loss">Training loss in nats; null where it is not remembered.</param>
/// <param name="TrainingAccuracy">Share of training images classified correctly, 0..1; null where it is not remembered.</param>
/// <param name="ValidationAccuracy">Share of validation images classified correctly, 0..1; null before it is measured.</param>
internal sealed record LegCells(double? Loss, double? TrainingAccuracy, double? ValidationAccuracy);
