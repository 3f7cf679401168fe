using System;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Kernels.Threading;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Measures trained parameters on the test images of a data set.
/// </summary>
public static class ParameterEvaluation
{
    /// <summary>Measures what is requested.</summary>
    /// <exception cref="InputException">There are no such parameters or images, or they do not go together.</exception>
    public static EvaluationResult Of(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using WorkerTeam team = new(request.Threads);
        LoadedParameters loaded = LoadedParameters.Load(request, team);
        return new EvaluationResult(
            loaded.Path, loaded.HoldsCounters, loaded.Network.Model, loaded.Dataset, loaded.Network.Evaluate(loaded.Images));
    }
}

/// <summary>
/// Which trained parameters are to be measured on which images.
/// </summary>
/// <param name="Parameters">A parameters or registers file of a run, or the folder of a run, whose first seed is taken.</param>
public sealed record EvaluationRequest(string Parameters)
{
    /// <summary>Gets the data set: <c>mnist</c> or a folder of IDX files.</summary>
    public string Dataset { get; init; } = "mnist";

    /// <summary>Gets which data set of a folder that holds several; null for the only one.</summary>
    public string? Split { get; init; }

    /// <summary>Gets whether the integer counters of the stochastic optimiser are to be measured instead of the FP32 values.</summary>
    public bool Registers { get; init; }

    /// <summary>Gets how many of the first test images are read; null for all.</summary>
    public int? ImageLimit { get; init; }

    /// <summary>Gets the number of threads, 1 to <see cref="TrainRequest.MostThreads"/>; the result does not depend on them.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, TrainRequest.MostThreads);
}
