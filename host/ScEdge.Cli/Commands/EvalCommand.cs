using System;
using System.CommandLine;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Evaluation;
using ScEdge.Experiments.Settings;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge eval</c>: accuracy, loss and confusions of trained parameters on the test images of a data set.
/// </summary>
internal static class EvalCommand
{
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
        Option<string?> split = new("--split")
        {
            Description = "Which data set of a folder that holds several, such as letters. [default: the only one]",
            HelpName = "NAME",
        };
        split.CompletionSources.Add([.. SettingNames.Splits]);
        Option<bool> registers = new("--registers")
        {
            Description = "Evaluate the integer counters of the stochastic optimiser instead of the FP32 values.",
        };
        Option<int> threads = new("--threads")
        {
            Description = "Threads; the result does not depend on them.",
            HelpName = "N",
            CustomParser = ValueParser.Whole,
            DefaultValueFactory = static _ => Math.Min(Environment.ProcessorCount, TrainRequest.MostThreads),
        };
        Option<bool> json = CommandOutput.JsonOption();
        command.Options.Add(parameters);
        command.Options.Add(dataset);
        command.Options.Add(split);
        command.Options.Add(registers);
        command.Options.Add(threads);
        command.Options.Add(json);
        command.SetAction(parse => Run(
            new EvaluationRequest(parse.GetRequiredValue(parameters))
            {
                Dataset = parse.GetRequiredValue(dataset),
                Split = parse.GetValue(split),
                Registers = parse.GetValue(registers),
                Threads = parse.GetValue(threads),
            },
            parse.GetValue(json),
            new CommandOutput(parse)));
    }

    private static void Run(EvaluationRequest request, bool json, CommandOutput output)
    {
        if (request.Threads is < 1 or > TrainRequest.MostThreads)
        {
            throw new InputException($"{request.Threads} threads cannot be used: give --threads a number from 1 to {TrainRequest.MostThreads}.");
        }

        EvaluationResult result = ParameterEvaluation.Of(request);
        if (json)
        {
            output.WriteJson(result.ToJson());
        }
        else
        {
            new EvaluationSummary(result).Write(output.Console);
        }
    }
}
