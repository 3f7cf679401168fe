using System;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Output;
using ScEdge.Cli.Sessions;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Evaluation;
using Spectre.Console;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge eval</c>: accuracy, loss and confusions of trained parameters on the test images of a data set.
/// </summary>
internal static class EvalCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("eval", "Measure trained parameters: accuracy, loss and confusion matrix.", AddContents)
    {
        IsIdle = EvalArguments.IsIdle,
        Examples =
        [
            new("eval --parameters runs/first", "the first seed of a run on MNIST"),
            new("eval --parameters runs/first --registers", "the same from the integer counters of the stochastic optimiser"),
            new("eval --parameters runs/first/seed-2/parameters.safetensors --json", "a file of the second seed, as JSON"),
            new(
                "eval --parameters runs/first --passes stochastic --length 16,64,256",
                "every multiplication an AND gate on two streams: accuracy and energy against their length"),
            new("eval --parameters runs/first --passes stochastic --length 32 --until 0.99", "short streams, again until a class leads clearly"),
            new("eval --parameters runs/first --port /dev/ttyUSB0 --length 32 --source cbram-shared", "a board reads the test images"),
            new("eval --parameters runs/letters --dataset emnist-letters", "on images in a folder"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        EvalArguments arguments = new();
        arguments.AddTo(command);
        command.SetAction(parse => Run(arguments.Read(parse), new CommandOutput(parse)));
    }

    private static void Run(EvalInvocation invocation, CommandOutput output)
    {
        if (invocation.Streams is { } streams)
        {
            // Without a board nothing here looks whether it is to end: the system ends it.
            using InterruptSignal? interrupt = invocation.OpenBoard is null ? null : new();
            using BoardReaderSource? board = invocation.OpenBoard?.Invoke(interrupt!.Token);
            StreamEvaluationResult result = StreamEvaluation.Of(streams, board);
            Write(output, invocation.Json, result.ToJson(), new StreamEvaluationSummary(result).Write);
        }
        else
        {
            EvaluationResult result = ParameterEvaluation.Of(invocation.Request);
            Write(output, invocation.Json, result.ToJson(), new EvaluationSummary(result).Write);
        }
    }

    private static void Write(CommandOutput output, bool json, object value, Action<IAnsiConsole> text)
    {
        if (json)
        {
            output.WriteJson(value);
        }
        else
        {
            text(output.Console);
        }
    }
}
