using System;
using System.IO;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Tests;

/// <summary>
/// A folder with a small data set and a small network trained on it, as <c>train</c> leaves them.
/// </summary>
public sealed class TinyRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TinyRun()
    {
        DatasetPath = _folder.At("images");
        TinyImages.Write(DatasetPath);
        Dataset = ValidationSplit.Apply(DatasetDirectory.Load(DatasetPath), null);
        RunPath = _folder.At("run");
        Directory.CreateDirectory(RunPath);
        Result = Train(Options, RunPath);
    }

    /// <summary>Gets settings under which the network learns the bars in a second.</summary>
    internal static TrainingOptions Options { get; } = new()
    {
        Dataset = "images",
        Model = "edge",
        BatchSize = 8,
        Epochs = 3,
        WeightDecay = 0.001,
        StreamLengths = new StreamLengths(32, 16, 8),
    };

    internal static CbramPreset Preset { get; } = PresetCatalog.Find("jo2009");

    internal string DatasetPath { get; }

    internal string RunPath { get; }

    internal Dataset Dataset { get; }

    internal ModelDescription Model => ModelCatalogue.Create("edge", Dataset.Training);

    internal SeedResult Result { get; }

    public void Dispose() => _folder.Dispose();

    /// <summary>Trains from one seed and writes the parameters to a folder, if one is given.</summary>
    internal SeedResult Train(TrainingOptions options, string? folder = null, ulong seed = 1)
    {
        using WorkerTeam team = new(1);
        SeedTraining training = new(options, Dataset, Model, Preset, team, seed);
        while (!training.IsFinished)
        {
            training.Step();
        }

        if (folder is not null)
        {
            ParameterFiles.Write(folder, training);
        }

        return training.Summarize();
    }
}
