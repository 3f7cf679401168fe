using System.Collections.Generic;

namespace ScEdge.Training.Runs;

/// <summary>
/// What one training with one update rule came to.
/// </summary>
public sealed class LegResult
{
    /// <summary>Gets the share of test images classified correctly after each epoch, 0..1.</summary>
    public List<double> EpochAccuracy { get; init; } = [];

    /// <summary>Gets the mean test loss after each epoch, in nats.</summary>
    public List<double> EpochLoss { get; init; } = [];

    /// <summary>Gets the training loss, averaged over every <see cref="TrainingLeg.CurveInterval"/> steps, in nats.</summary>
    public List<double> Loss { get; init; } = [];

    /// <summary>Gets or sets the test images by [true class, predicted class], row-major, after the last epoch.</summary>
    public List<long> Confusion { get; set; } = [];

    /// <summary>Gets or sets the time spent in training steps, in seconds; evaluation and files are not included.</summary>
    public double Seconds { get; set; }
}
