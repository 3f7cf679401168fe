using System.Collections.Generic;
using System.IO;
using System.Text;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Playground.Tests.Browser;

/// <summary>A small network that reads digits, trained for a second, as the files beside the page, and that there is no server.</summary>
internal static class TrainedNetworkFiles
{
    public const string RegistersAddress = "data/sets/first/registers.safetensors";

    private const int Images = 16_000;

    public static IReadOnlyDictionary<string, byte[]> Create()
    {
        TrainingOptions options = new() { Model = "edge", Epochs = 1, Baselines = Baselines.None, Ledger = LedgerDetail.None };
        Dataset mnist = MnistDataset.Load().WithTraining(Images);
        using WorkerTeam team = new(2);
        SeedTraining training = new(
            options, mnist, ModelCatalogue.Create("edge", mnist.Training), PresetCatalog.Find(options.Cbram), team, seed: 1);
        while (!training.IsFinished)
        {
            training.Step();
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("scedge-playground-");
        try
        {
            ParameterFiles.Write(folder.FullName, training);
            return new Dictionary<string, byte[]>
            {
                ["api/server"] = Encoding.UTF8.GetBytes("no server\n"),
                ["data/networks.json"] = Encoding.UTF8.GetBytes(
                    """[{"name":"sets/first","title":"MNIST, edge","class_names":null,"files":["registers.safetensors"]}]"""),
                [RegistersAddress] = File.ReadAllBytes(Path.Combine(folder.FullName, ParameterFiles.RegistersName)),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
