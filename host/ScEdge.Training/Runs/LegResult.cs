using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace ScEdge.Training.Runs;

/// <summary>
/// What one training with one update rule came to.
/// </summary>
public sealed class LegResult
{
    /// <summary>Gets the share of validation images classified correctly after each epoch, 0..1; empty without such images.</summary>
    public List<double> ValidationAccuracy { get; init; } = [];

    /// <summary>Gets the mean validation loss after each epoch, in nats; empty without such images.</summary>
    public List<double> ValidationLoss { get; init; } = [];

    /// <summary>Gets the training loss, averaged over every <see cref="TrainingLeg.CurveInterval"/> steps, in nats.</summary>
    public List<double> Loss { get; init; } = [];

    /// <summary>Gets or sets what the test images say after the last epoch; null before.</summary>
    public TestResult? Test { get; set; }

    /// <summary>Gets or sets what the test images say to the network read in streams as it was trained in; null without stochastic passes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TestResult? StreamTest { get; set; }

    /// <summary>Gets or sets the time spent in training steps, in seconds; evaluation and files are not included.</summary>
    public double Seconds { get; set; }
}
