using System;
using ScEdge.Experiments.Settings;

namespace ScEdge.Experiments.Evaluation;

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

    /// <summary>Gets the number of threads, 1 to <see cref="TrainRequest.MostThreads"/>; the result does not depend on them.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, TrainRequest.MostThreads);
}
