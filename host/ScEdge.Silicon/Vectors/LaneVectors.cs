using System;
using System.IO;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Silicon.Vectors;

/// <summary>Steps of a training of the small network on MNIST: what a lane computes and what comes out.</summary>
/// <remarks>Cells are ideal; the seed is 7. The plain code of shared computes every register.</remarks>
public static class LaneVectors
{
    private const ulong Seed = 7;

    /// <summary>Trains, and writes the last steps as optimizer_lane_bench and quotient_lane_bench read them.</summary>
    /// <param name="options">Settings of the training; its network and data are those of this class.</param>
    /// <param name="warmUp">Steps before, which are not written.</param>
    /// <param name="steps">Steps that are written.</param>
    /// <param name="lanes">Receives rows of streams.</param>
    /// <param name="quotients">Receives rows of quotients.</param>
    public static LaneTrace Write(TrainingOptions options, int warmUp, int steps, TextWriter lanes, TextWriter quotients)
    {
        LaneTrace trace = new(lanes, quotients);
        Train(options, trace, warmUp + steps, step => trace.IsRecording = step >= warmUp);
        return trace;
    }

    /// <summary>Trains, and writes whole steps as lane_group_bench reads them.</summary>
    /// <param name="options">Settings of the training; its network and data are those of this class.</param>
    /// <param name="steps">Steps that are computed.</param>
    /// <param name="trace">Writes those that it is set to.</param>
    public static void Write(TrainingOptions options, int steps, StepTrace trace) => Train(options, trace, steps, static _ => { });

    private static void Train(TrainingOptions options, IStepEngineFactory trace, int steps, Action<int> before)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        ImageSet images = MnistDataset.Load().Training;
        using WorkerTeam team = new(1);
        Network network = new(ModelCatalogue.Edge(1, 28, 28, 10), InputNormalization.FromImages(images), team, options.BatchSize);
        network.Initialize(Seed);
        CbramPreset preset = PresetCatalog.Find(options.Cbram).WithNonidealities(Nonidealities.None);
        StochasticRule rule = new UpdateRuleFactory(options, preset, team).Stochastic(network.Parameters, Seed, trace);
        BatchSampler sampler = new(images.Count, options.BatchSize, Seed);
        sampler.Shuffle(0);
        for (int step = 0; step < steps; step++)
        {
            before(step);
            network.ForwardBackward(images, sampler.Batch(step));
            rule.Step((uint)step, options.LearningRate);
        }
    }
}
