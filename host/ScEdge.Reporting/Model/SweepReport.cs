using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Everything that the page of a sweep shows.</summary>
public sealed record SweepReport
{
    /// <summary>What was trained, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Date and time of the first training as ISO 8601 text; empty where it is not known.</summary>
    public string Created { get; init; } = "";

    /// <summary>Program that made the first training, with version and commit; empty where it is not known.</summary>
    public string Program { get; init; } = "";

    /// <summary>Images that the accuracies are those of: validation or test.</summary>
    public required string Images { get; init; }

    /// <summary>The points, in the order of the plan.</summary>
    public required IReadOnlyList<SweepMark> Points { get; init; }

    /// <summary>What each setting does by itself, the one with the largest effect first.</summary>
    public required IReadOnlyList<SettingEffect> Effects { get; init; }

    /// <summary>Pairs of settings whose effects do not add, the strongest first.</summary>
    public required IReadOnlyList<SettingInteraction> Interactions { get; init; }
}

/// <summary>A point of a sweep.</summary>
/// <param name="Name">Its settings.</param>
/// <param name="Accuracy">Mean accuracy, 0 to 1.</param>
/// <param name="TestAccuracy">Mean accuracy on the test images, 0 to 1.</param>
/// <param name="TestDeviation">Its sample standard deviation over the seeds; null for one seed.</param>
/// <param name="EnergyJoules">Mean energy of a training; null without an account.</param>
/// <param name="IsOnFront">Whether no other point surpasses it.</param>
/// <param name="Runs">Its trainings: name and page, relative to that of the sweep.</param>
public sealed record SweepMark(
    string Name,
    double Accuracy,
    double TestAccuracy,
    double? TestDeviation,
    double? EnergyJoules,
    bool IsOnFront,
    IReadOnlyList<(string Name, string Page)> Runs);

/// <summary>The main effect of a setting: the mean over all points that have a value of it.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Levels">Its values in the order of the plan, with the mean accuracy, 0 to 1.</param>
public sealed record SettingEffect(string Setting, IReadOnlyList<(string Value, double Accuracy)> Levels);

/// <summary>Two settings of which one's effect depends on the other.</summary>
/// <param name="First">The setting along the axis.</param>
/// <param name="Second">The setting of which every value has a line.</param>
/// <param name="FirstValues">Values of the first.</param>
/// <param name="Lines">Values of the second, each with the mean accuracy at every value of the first, 0 to 1.</param>
/// <param name="Strength">Largest difference from what the two effects would add to, 0 to 1.</param>
public sealed record SettingInteraction(
    string First,
    string Second,
    IReadOnlyList<string> FirstValues,
    IReadOnlyList<(string Value, IReadOnlyList<double> Accuracies)> Lines,
    double Strength);
