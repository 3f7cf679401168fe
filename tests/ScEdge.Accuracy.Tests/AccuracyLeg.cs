using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using ScEdge.Statistics;

namespace ScEdge.Accuracy.Tests;

/// <summary>
/// The trainings of a row with one kind of updates, per seed.
/// </summary>
/// <param name="Validation">Validation accuracies, 0..1.</param>
/// <param name="Test">Test accuracies, 0..1.</param>
/// <param name="Correct">Test images classified correctly, a bit each.</param>
/// <param name="Classes">Classes of the data set.</param>
internal sealed record AccuracyLeg(IReadOnlyList<double> Validation, IReadOnlyList<double> Test, IReadOnlyList<byte[]> Correct, int Classes)
{
    /// <summary>Gets the number of test images: those classified correctly over their share.</summary>
    public int Images => (int)Math.Round(Correct[0].Sum(eight => BitOperations.PopCount(eight)) / Test[0]);

    /// <summary>Gets how many of the trainings failed to learn.</summary>
    public int Failures => Test.Count(accuracy => accuracy < LearningThreshold.Of(Classes));

    /// <summary>Reads a leg of results, one after the other.</summary>
    /// <returns>The leg, or null where it was not trained.</returns>
    public static AccuracyLeg? Read(IReadOnlyList<JsonElement> results, string name)
    {
        bool areCharacters = Path.GetFileName(results[0].GetProperty("dataset").GetString()) == "characters";
        AccuracyLeg read = new(
            [.. Figures(results, name, "validation_accuracy").Select(static one => one.GetDouble())],
            [.. Figures(results, name, "test_accuracy").Select(static one => one.GetDouble())],
            [.. Figures(results, name, "test_correct").Select(static one => one.GetBytesFromBase64())],
            areCharacters ? 36 : 10);
        return read.Test.Count == 0 ? null : read;
    }

    private static IEnumerable<JsonElement> Figures(IReadOnlyList<JsonElement> results, string leg, string name) =>
        results.SelectMany(result => result.GetProperty(leg).GetProperty(name).EnumerateArray());
}
