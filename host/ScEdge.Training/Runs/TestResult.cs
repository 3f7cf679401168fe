using System;
using System.Collections.Generic;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Runs;

/// <summary>
/// How a trained network does on the test images, which are read this once.
/// </summary>
/// <param name="Accuracy">Share of images classified correctly, 0..1.</param>
/// <param name="Loss">Mean loss in nats.</param>
/// <param name="Confusion">Images by [true class, predicted class], row-major.</param>
/// <param name="Correct">Bit i mod 8 of byte i div 8 is one where image i was classified correctly; base64 in JSON.</param>
public sealed record TestResult(double Accuracy, double Loss, IReadOnlyList<long> Confusion, byte[] Correct)
{
    /// <summary>Takes what an evaluation found.</summary>
    public static TestResult Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new(evaluation.Accuracy, evaluation.MeanLoss, [.. evaluation.Confusion.Counts], evaluation.Correct);
    }
}
