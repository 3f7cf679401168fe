using System;
using System.IO;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Cli.Views;
using ScEdge.Experiments.Figures;
using ScEdge.Experiments.Reproduction;
using ScEdge.Experiments.Runs;
using ScEdge.Experiments.Settings;
using ScEdge.Input;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// One call of <c>reproduce</c> from the loading of the images to the last line of output.
/// </summary>
internal static class ReproductionSession
{
    /// <summary>Reproduces as requested.</summary>
    /// <exception cref="InputException">Something that the user gave cannot be used.</exception>
    public static ExitCode Run(ReproduceInvocation invocation, CommandOutput output)
    {
        using InterruptSignal interrupt = new();
        FigureFolder? figures = FiguresOption.Open(invocation.FiguresPath);
        TextWriter progress = invocation.Json ? Console.Error : Console.Out;
        ReproductionView view = new(progress, isTerminal: invocation.Json ? !Console.IsErrorRedirected : !Console.IsOutputRedirected);
        ReproductionExecution execution = new(invocation.Request, view);
        progress.WriteLine(RunHeadline.Task(execution.Plan.Main));
        progress.WriteLine(
            $"epochs {execution.Plan.Main.Options.Epochs}, seeds {string.Join(", ", execution.Plan.Main.Options.Seeds)}, "
            + $"stream lengths {string.Join(", ", execution.Plan.Lengths)}");
        try
        {
            ReproductionResult result = execution.Run(interrupt.Token);
            if (figures is not null)
            {
                progress.WriteLine(FiguresOption.Sentence(invocation.FiguresPath!, figures.Write(File.ReadAllText(execution.PagePath))));
            }

            Conclude(execution, result, progress, output, invocation.Json);
            return ExitCode.Success;
        }
        catch (RunInterruptedException)
        {
            view.Say($"Interrupted; continue with: {ResumeCommand(execution, invocation.Request.Train)}");
            return ExitCode.Interrupted;
        }
        catch (RunStoppedException exception)
        {
            throw new InputException(
                $"{exception.Message} The reproduction goes on with {ResumeCommand(execution, invocation.Request.Train)}.", exception);
        }
    }

    private static string ResumeCommand(ReproductionExecution execution, TrainRequest request) =>
        $"{request.CommandLine}{(request.OutputPath is null ? $" --out {CommandText.Quote(execution.Folder)}" : "")}";

    private static void Conclude(ReproductionExecution execution, ReproductionResult result, TextWriter progress, CommandOutput output, bool json)
    {
        if (json)
        {
            progress.WriteLine($"page: {execution.PagePath}");
            output.WriteJson(result.ToJson());
        }
        else
        {
            new ClaimSummary(result).Write(output.Console);
            output.WriteText($"page: {execution.PagePath}");
        }
    }
}
