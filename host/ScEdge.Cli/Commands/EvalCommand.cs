using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;
using Spectre.Console;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge eval</c>: accuracy, loss and confusions of trained parameters on the test images of a data set.
/// </summary>
internal static class EvalCommand
{
    private const int MostThreads = 256;

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("eval", "Measure trained parameters: accuracy, loss and confusion matrix.", AddContents)
    {
        Examples =
        [
            new("eval --parameters runs/first", "the first seed of a run on MNIST"),
            new("eval --parameters runs/first --registers", "the same from the integer counters of the stochastic optimiser"),
            new("eval --parameters runs/first/seed-2/parameters.safetensors --json", "a file of the second seed, as JSON"),
            new("eval --parameters runs/letters --dataset emnist-letters", "on images in a folder"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<string> parameters = new("--parameters")
        {
            Description = "A parameters or registers file of a run, or the folder of the run.",
            HelpName = "FILE|RUNDIR",
            Required = true,
        };
        Option<string> dataset = new("--dataset")
        {
            Description = "The embedded MNIST, or a folder of IDX files; see 'scedge datasets'.",
            HelpName = "mnist|DIR",
            DefaultValueFactory = static _ => "mnist",
        };
        dataset.CompletionSources.Add("mnist");
        Option<bool> registers = new("--registers")
        {
            Description = "Evaluate the integer counters of the stochastic optimiser instead of the FP32 values.",
        };
        Option<int> threads = new("--threads")
        {
            Description = "Threads; the result does not depend on them.",
            HelpName = "N",
            CustomParser = ValueParser.Whole,
            DefaultValueFactory = static _ => Math.Min(Environment.ProcessorCount, MostThreads),
        };
        Option<bool> json = CommandOutput.JsonOption();
        command.Options.Add(parameters);
        command.Options.Add(dataset);
        command.Options.Add(registers);
        command.Options.Add(threads);
        command.Options.Add(json);
        command.SetAction(parse => Run(
            parse.GetRequiredValue(parameters),
            parse.GetRequiredValue(dataset),
            parse.GetValue(registers),
            parse.GetValue(threads),
            parse.GetValue(json),
            new CommandOutput(parse)));
    }

    private static void Run(string parameters, string datasetName, bool registers, int threads, bool json, CommandOutput output)
    {
        if (threads is < 1 or > MostThreads)
        {
            throw new InputException($"{threads} threads cannot be used: give --threads a number from 1 to {MostThreads}.");
        }

        string path = FilePath(parameters, registers);
        bool counters = HoldsCounters(path);
        if (registers && !counters)
        {
            throw new InputException(
                $"{path} holds FP32 values and no integer counters: give {ParameterFiles.RegistersName} of the run, or leave --registers out.");
        }

        using WorkerTeam team = new(threads);
        Network network = ParameterFiles.Read(path, (model, normalization) => new Network(model, normalization, team, batchCapacity: 1));
        Dataset dataset = datasetName == "mnist" ? MnistDataset.Load() : DatasetDirectory.Load(datasetName);
        RequireFit(network.Model, dataset, path);
        EvaluationResult result = new(path, counters, network.Model, dataset, network.Evaluate(dataset.Test));
        if (json)
        {
            output.WriteJson(result.ToJson());
        }
        else
        {
            result.Write(output.Console);
        }
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
        throw new InputException(hasOther
            ? $"The run in {parameters} has no {name}, because its optimiser keeps no counters: leave --registers out."
            : $"The folder {parameters} holds no {name}: give the folder of a finished run, or finish one with train --resume.");
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
                $"The images of {dataset.Name} have {images.Height} x {images.Width} pixels, but the network in {path} was made for {model.InputHeight} x {model.InputWidth}: give --dataset the data that it was trained for.");
        }

        if (dataset.ClassCount > model.Classes)
        {
            throw new InputException(
                $"{dataset.Name} has {dataset.ClassCount} classes, but the network in {path} knows {model.Classes}: give --dataset the data that it was trained for.");
        }
    }
}
