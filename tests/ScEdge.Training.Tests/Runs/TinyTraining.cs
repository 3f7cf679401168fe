using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

/// <summary>
/// A task of a second: drawn bars in two directions on 16 x 16 pixels, and a small network for it.
/// </summary>
internal static class TinyTraining
{
    public const int ImageCount = 240;

    public static TrainingOptions Options { get; } = new()
    {
        Dataset = "bars", Model = "edge", BatchSize = 16, Epochs = 2, StreamLengths = new StreamLengths(16, 4, 4),
    };

    public static Dataset Bars { get; } = new(
        "bars", Draw(ImageCount, 1), Draw(100, 2), ["horizontal", "vertical", "both"]);

    public static ModelDescription Model { get; } = ModelCatalogue.Edge(1, 16, 16, 3);

    public static SeedTraining Start(TrainingOptions options, WorkerTeam team, ulong seed = 3) =>
        new(options, ValidationSplit.Apply(Bars, options.ValidationCount), Model, Preset(options), team, seed);

    public static CbramPreset Preset(TrainingOptions options) => PresetCatalog.Find(options.Cbram).WithNonidealities(
        options.Nonidealities == "none" ? Nonidealities.None : Nonidealities.Parse(options.Nonidealities.Split(' ')));

    public static float[] Values(TrainingLeg leg) =>
        [.. leg.Network.Parameters.SelectMany(parameter => parameter.Values)];

    private static ImageSet Draw(int count, uint stream)
    {
        byte[] images = new byte[count * 256];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++)
        {
            uint word = CounterGenerator.Word(stream, 99, (uint)i);
            labels[i] = (byte)(word % 3);
            int row = (int)((word >> 8) % 16);
            int column = (int)((word >> 16) % 16);
            for (int k = 0; k < 16; k++)
            {
                images[(i * 256) + (row * 16) + k] = labels[i] != 1 ? (byte)255 : (byte)0;
            }

            for (int k = 0; k < 16 && labels[i] != 0; k++)
            {
                images[(i * 256) + (k * 16) + column] = 255;
            }
        }

        return new ImageSet("bars", 3, 1, 16, 16, images, labels);
    }
}
