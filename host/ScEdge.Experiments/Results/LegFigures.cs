using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace ScEdge.Experiments.Results;

/// <summary>
/// What the trainings with one kind of updates came to, per seed.
/// </summary>
/// <param name="ValidationAccuracy">Share of validation images classified correctly after the last epoch, 0..1; empty without such images.</param>
/// <param name="TestAccuracy">Share of test images classified correctly at the end, 0..1.</param>
/// <param name="TestLoss">Mean test loss at the end in nats.</param>
/// <param name="TestCorrect">
/// The test images classified correctly: bit i mod 8 of byte i div 8 is one for image i; base64 in JSON.
/// </param>
public sealed record LegFigures(
    IReadOnlyList<double> ValidationAccuracy, IReadOnlyList<double> TestAccuracy, IReadOnlyList<double> TestLoss, IReadOnlyList<byte[]> TestCorrect)
{
    /// <summary>Gets the share of test images classified correctly when they are read in streams; null for passes in FP32.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? StreamTestAccuracy { get; init; }
}
