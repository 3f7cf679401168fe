using System;
using System.IO;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

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
        string path = FilePath(request.Parameters, request.Registers);
        bool counters = HoldsCounters(path);
        if (request.Registers && !counters)
        {
            throw new InputException(
                $"{path} holds FP32 values and no integer counters: "
                + $"give {ParameterFiles.RegistersName} of the run, or ask for the values.") { Setting = "registers" };
        }

        using WorkerTeam team = new(request.Threads);
        Network network = ParameterFiles.Read(path, (model, normalization) => new Network(model, normalization, team, batchCapacity: 1));
        Dataset dataset = RunComposition.LoadDataset(request.Dataset, request.Split);
        RequireFit(network.Model, dataset, path);
        return new EvaluationResult(path, counters, network.Model, dataset, network.Evaluate(dataset.Test));
    }

    private static string FilePath(string parameters, bool registers)
    {
        if (!Directory.Exists(parameters))
        {
            return parameters;
        }

        string name = registers ? ParameterFiles.RegistersName : ParameterFiles.ParametersName;
        string path = Path.Combine(parameters, name);
        if (File.Exists(path))
        {
            return path;
        }

        bool hasOther = registers && File.Exists(Path.Combine(parameters, ParameterFiles.ParametersName));
        throw hasOther
            ? new InputException(
                $"The run in {parameters} has no {name}, because its optimiser keeps no counters: ask for the values.") { Setting = "registers" }
            : new InputException($"The folder {parameters} holds no {name}: give the folder of a finished run, or resume and finish this one.");
    }

    private static bool HoldsCounters(string path)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        return file.Tensors.Count > 0 && file.Tensors.All(static tensor => tensor.Holds<short>());
    }

    private static void RequireFit(ModelDescription model, Dataset dataset, string path)
    {
        ImageSet images = dataset.Test;
        if ((images.Channels, images.Height, images.Width) != (model.InputChannels, model.InputHeight, model.InputWidth))
        {
            throw new InputException(
                $"The images of {dataset.Name} have {images.Height} x {images.Width} pixels, but the network in {path} was made for "
                + $"{model.InputHeight} x {model.InputWidth}: give the data that it was trained for.") { Setting = "dataset" };
        }

        if (dataset.ClassCount > model.Classes)
        {
            throw new InputException(
                $"{dataset.Name} has {dataset.ClassCount} classes, but the network in {path} knows {model.Classes}: "
                + "give the data that it was trained for.") { Setting = "dataset" };
        }
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

    /// <summary>Gets the number of threads, 1 to <see cref="TrainRequest.MostThreads"/>; the result does not depend on them.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, TrainRequest.MostThreads);
}
