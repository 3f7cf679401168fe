using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Playground.Vectors;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>The first weights of every tensor of LeNet-5 as a seed draws them.</summary>
internal static class InitialWeightFile
{
    public const string Name = "initial-weights.jsonl";

    private const int Entries = 6;

    public static string Text()
    {
        using WorkerTeam team = new(1);
        Network network = new(ModelCatalogue.LeNet5(1, 28, 28, 10), new InputNormalization(1f, 0f), team, 1);
        return VectorText.JsonLines(new ulong[] { 1, 0xFFFF_FFFF_FFFF_FFFF }.SelectMany(seed => Cases(network, seed)));
    }

    private static IEnumerable<InitialWeightCase> Cases(Network network, ulong seed)
    {
        network.Initialize(seed);
        return [.. network.Parameters.Select((parameter, tensor) => new InitialWeightCase(
            seed, tensor, parameter.Name, parameter.Shape, parameter.FanIn, [.. parameter.Values.Take(Entries).Select(GradientFile.Hex)]))];
    }
}
