using System;

namespace ScEdge.Statistics;

/// <summary>
/// Tells trainings that failed to learn from those that learned.
/// </summary>
/// <remarks>
/// A training that failed is another outcome, not a low accuracy: a mean over both describes neither. The threshold lies halfway between chance and
/// certainty, (1 + 1 / classes) / 2, 55 % for ten classes; what learned MNIST at all is far above it.
/// </remarks>
public static class LearningThreshold
{
    /// <summary>Returns the accuracy below which a training has failed, 0 to 1.</summary>
    /// <param name="classes">Number of classes, at least 1.</param>
    public static double Of(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        return (1 + (1.0 / classes)) / 2;
    }
}
