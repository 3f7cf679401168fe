using System.IO;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Trained parameters in a network, and the images that they are to be measured on.
/// </summary>
/// <param name="Path">File of the parameters.</param>
/// <param name="HoldsCounters">Whether it holds the integer counters of the stochastic optimiser instead of FP32 values.</param>
/// <param name="Network">The network.</param>
/// <param name="Dataset">The data set; its test images are limited as requested.</param>
/// <param name="Images">The test images to read.</param>
internal sealed record LoadedParameters(string Path, bool HoldsCounters, Network Network, Dataset Dataset, ImageSet Images)
{
    /// <summary>Loads what is requested.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="team">Threads of the network; they stay the caller's to dispose.</param>
    /// <exception cref="InputException">There are no such parameters or images, or they do not go together.</exception>
    public static LoadedParameters Load(EvaluationRequest request, WorkerTeam team)
    {
        string path = FilePath(request.Parameters, request.Registers);
        bool counters = HoldsOnlyCounters(path);
        if (request.Registers && !counters)
        {
            throw new InputException(
                $"{path} holds FP32 values and no integer counters: "
                + $"give {ParameterFiles.RegistersName} of the run, or ask for the values.") { Setting = "registers" };
        }

        Network network = ParameterFiles.Read(path, (model, normalization) => new Network(model, normalization, team, batchCapacity: 1));
        Dataset dataset = RunComposition.LoadDataset(request.Dataset, request.Split);
        RequireFit(network.Model, dataset, path);
        return new LoadedParameters(path, counters, network, dataset, Limited(dataset, request.ImageLimit));
    }

    private static ImageSet Limited(Dataset dataset, int? limit)
    {
        ImageSet images = dataset.Test;
        return limit is not { } count ? images
            : count >= 1 && count <= images.Count ? images.First(count)
            : throw new InputException(
                $"The limit {count} cannot be used: give 1 to {images.Count}, the test images of {dataset.Name}, or none for all.")
            {
                Setting = "limit",
            };
    }

    private static string FilePath(string parameters, bool registers)
    {
        if (!Directory.Exists(parameters))
        {
            return parameters;
        }

        string name = registers ? ParameterFiles.RegistersName : ParameterFiles.ParametersName;
        string path = System.IO.Path.Combine(parameters, name);
        if (File.Exists(path))
        {
            return path;
        }

        bool hasOther = registers && File.Exists(System.IO.Path.Combine(parameters, ParameterFiles.ParametersName));
        throw hasOther
            ? new InputException(
                $"The run in {parameters} has no {name}, because its optimiser keeps no counters: ask for the values.") { Setting = "registers" }
            : new InputException($"The folder {parameters} holds no {name}: give the folder of a finished run, or resume and finish this one.");
    }

    private static bool HoldsOnlyCounters(string path)
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
