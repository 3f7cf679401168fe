using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScEdge.Playground.Vectors;

/// <summary>A file of vectors and the code that computes its lines again.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="HasHeader">Whether its first line names the columns.</param>
/// <param name="Compute">Returns what is wrong with a line, or null.</param>
public sealed record VectorCheck(string Name, bool HasHeader, Func<string, string?> Compute)
{
    /// <summary>Names of the assemblies that the files about a training need beside those of the page.</summary>
    public static IReadOnlyList<string> TrainingAssemblies { get; } = ["ScEdge.Training.wasm", "ScEdge.Kernels.wasm"];

    /// <summary>All files, in the order in which an implementation works through them.</summary>
    public static IReadOnlyList<VectorCheck> All { get; } =
    [
        new("words.csv", HasHeader: true, NumberVectors.Word), new("coefficients.csv", HasHeader: true, NumberVectors.Coefficients),
        new("quantities.csv", HasHeader: true, NumberVectors.Quantity), new("cells.jsonl", HasHeader: false, CellVectors.Difference),
        new("gradients.jsonl", HasHeader: false, TrainingVectors.Gradient),
        new("initial-weights.jsonl", HasHeader: false, TrainingVectors.InitialWeights),
        new("image-order.jsonl", HasHeader: false, TrainingVectors.ImageOrder), new("validation.jsonl", HasHeader: false, TrainingVectors.Validation),
        new("steps.jsonl", HasHeader: false, StepVectors.Difference), new("ledger-row.jsonl", HasHeader: false, LedgerVectors.Difference),
    ];

    /// <summary>Computes all lines.</summary>
    public VectorResult Run()
    {
        string[] lines = [.. Text(Name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(HasHeader ? 1 : 0)];
        string?[] differences = [.. lines.Select(Compute)];
        int first = Array.FindIndex(differences, static difference => difference is not null);
        return new VectorResult(
            Name, lines.Length, differences.Count(static difference => difference is null),
            first < 0 ? null : $"line {first + 1}: {differences[first]}");
    }

    private static string Text(string name)
    {
        using Stream stream = typeof(VectorCheck).Assembly.GetManifestResourceStream("vectors/" + name)
            ?? throw new InvalidOperationException($"The vectors of {name} are missing from the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
