using System;
using System.Linq;
using System.Security.Cryptography;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Tests.Networks;

/// <summary>
/// Some steps of plain gradient descent on a small network: enough to pass through every kernel.
/// </summary>
internal static class SmallTraining
{
    private static readonly ModelDescription Model = new(
        "small", 1, 11, 12,
        [
            new ConvolutionDescription(7, 3, 1), new RectifierDescription(), new MaxPoolingDescription(),
            new ConvolutionDescription(4, 3), new RectifierDescription(), new MaxPoolingDescription(),
            new DenseDescription(9), new RectifierDescription(), new DenseDescription(5),
        ],
        5);

    public static Network Create(WorkerTeam team, int batchCapacity)
    {
        Network network = new(Model, new InputNormalization(0.012f, -0.4f), team, batchCapacity);
        network.Initialize(5);
        return network;
    }

    public static ImageSet Images() => TestImages.Random(70, Model.Classes, Model.InputChannels, Model.InputHeight, Model.InputWidth);

    /// <summary>SHA-256 of all parameters after three steps, the last on a partial batch.</summary>
    public static string Hash(int threads)
    {
        using WorkerTeam team = new(threads);
        Network network = Create(team, 40);
        ImageSet images = Images();
        BatchSampler sampler = new(52, 20, 5);
        for (int batch = 0; batch < sampler.BatchCount; batch++)
        {
            network.ForwardBackward(images, sampler.Batch(batch));
            Descend(network, 0.25f);
        }

        return Hash(network);
    }

    public static string Hash(Network network)
    {
        byte[] bytes = [.. network.Parameters.SelectMany(static p => p.Values).SelectMany(BitConverter.GetBytes)];
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public static void Descend(Network network, float rate)
    {
        foreach (Parameter parameter in network.Parameters)
        {
            for (int i = 0; i < parameter.Count; i++)
            {
                parameter.Values[i] -= rate * parameter.Gradients[i];
            }
        }
    }
}
