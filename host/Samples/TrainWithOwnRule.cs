using System;
using System.Collections.Generic;
using System.IO;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Samples;

/// <summary>
/// Trains the network edge on 6,000 images of MNIST with an optimiser of one's own: every parameter steps by the sign of its gradient.
/// </summary>
public static class TrainWithOwnRule
{
    private const ulong Seed = 1;

    /// <summary>Runs the sample.</summary>
    /// <param name="output">Takes what it prints.</param>
    public static void Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Dataset images = MnistDataset.Load().WithTraining(6000);
        BatchSampler batches = new(images.Training.Count, batchSize: 32, Seed);
        using WorkerTeam team = new(Environment.ProcessorCount);
        ModelDescription model = ModelCatalogue.Create("edge", images.Training);
        Network network = new(model, InputNormalization.FromImages(images.Training), team, batches.BatchSize);
        network.Initialize(Seed);
        TrainingLeg leg = new("sign", network, new SignRule(network.Parameters));

        batches.Shuffle(epoch: 0);
        for (int batch = 0; batch < batches.BatchCount; batch++)
        {
            leg.Step(images.Training, batches.Batch(batch), step: (uint)batch, rate: 1.0 / 1024);
        }

        output.WriteLine(FormattableString.Invariant($"test accuracy  {100 * network.Evaluate(images.Test).Accuracy:F1} %"));
    }

    /// <summary>w &lt;- w - rate sign(g), without a state of its own.</summary>
    private sealed class SignRule(IReadOnlyList<Parameter> parameters) : IUpdateRule
    {
        public void Step(uint step, double rate)
        {
            foreach (Parameter parameter in parameters)
            {
                for (int i = 0; i < parameter.Count; i++)
                {
                    parameter.Values[i] -= (float)rate * Math.Sign(parameter.Gradients[i]);
                }
            }
        }

        // What a training that was interrupted goes on from.
        public void Save(TensorArchive archive)
        {
            foreach (Parameter parameter in parameters)
            {
                archive.Add($"{parameter.Name}.value", parameter.Values);
            }
        }

        public void Load(TensorArchive archive)
        {
            foreach (Parameter parameter in parameters)
            {
                archive.Read($"{parameter.Name}.value", parameter.Values);
            }
        }
    }
}
