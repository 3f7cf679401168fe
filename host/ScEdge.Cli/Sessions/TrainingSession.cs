using System;
using System.IO;
using System.Threading;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Views;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Figures;
using ScEdge.Experiments.Runs;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// One call of <c>train</c> from the loading of the images to the last line of output.
/// </summary>
internal static class TrainingSession
{
    /// <summary>How long an interrupted training waits for each answer of a board, to finish its step and take the registers.</summary>
    private static readonly TimeSpan StepGrace = TimeSpan.FromMilliseconds(700);

    /// <summary>Trains as requested.</summary>
    /// <exception cref="InputException">Something that the user gave cannot be used.</exception>
    public static ExitCode Run(TrainInvocation invocation)
    {
        using InterruptSignal interrupt = new();
        ITrainingView view = TrainingViews.For(invocation.Json);
        FigureFolder? figures = FiguresOption.Open(invocation.FiguresPath);
        view.Announce($"scedge {ProgramVersion.Number} loads the images");
        if (invocation.Boards is { } boards)
        {
            boards = boards with { Settings = boards.Settings with { Interruption = new Interruption(interrupt.Token, StepGrace) } };
            invocation = invocation with { Boards = boards };
            view = new ToldTrainingView(view, boards.Progress);
            string passes = invocation.Request.Options.Passes is null ? ", the passes here in FP32" : "";
            view.Announce($"updates are computed on {string.Join(" and ", boards.Ports)}{passes}");
        }

        try
        {
            RunOutcome outcome = Train(invocation, view, interrupt.Token);
            if (figures is not null)
            {
                view.Say(FiguresOption.Sentence(invocation.FiguresPath!, figures.Write(File.ReadAllText(outcome.Directory.ReportPath))));
            }

            Conclude(view, outcome, invocation.Json);
            if (invocation.Boards is { Ports: [string port] } one)
            {
                BoardPortSettings settings = one.Settings with { Interruption = new Interruption(interrupt.Token) };
                view.Say(BoardReadback.Run(port, settings, LastSeedFolder(outcome), outcome.Run.Dataset.Test));
            }

            return ExitCode.Success;
        }
        catch (RunInterruptedException exception)
        {
            view.Say($"Interrupted; continue with: {ResumeCommand(exception.Path, invocation)}");
            return ExitCode.Interrupted;
        }
        catch (RunStoppedException exception)
        {
            throw new InputException($"{exception.Message} The run goes on with {ResumeCommand(exception.Path, invocation)}.", exception);
        }
    }

    private static RunOutcome Train(TrainInvocation invocation, ITrainingView view, CancellationToken cancellation)
    {
        TrainRequest request = invocation.Request;
        RunExecution execution = new(request.Threads, request.CommandLine, view, invocation.Boards);
        return invocation.ResumePath is { } path
            ? execution.Resume(RunDirectory.Open(path), RunComposition.Load(request.Options), cancellation)
            : execution.Start(RunComposition.Create(request.Options, request.Nonidealities), request.OutputPath, cancellation);
    }

    /// <summary>Returns the folder of the seed that was trained last; that of the first seed is the run's.</summary>
    private static string LastSeedFolder(RunOutcome outcome) => outcome.Result.Seeds is [_, .., ulong last]
        ? Path.Combine(outcome.Directory.Path, $"seed-{last}")
        : outcome.Directory.Path;

    private static string ResumeCommand(string path, TrainInvocation invocation) =>
        $"scedge train --resume {CommandText.Quote(path)}{invocation.Boards}";

    private static void Conclude(ITrainingView view, RunOutcome outcome, bool json)
    {
        view.Conclude(outcome.Result);
        view.Say($"report:     {outcome.Directory.ReportPath}");
        view.Say($"parameters: {Path.Combine(outcome.Directory.Path, ParameterFiles.ParametersName)}");
        if (json)
        {
            Console.Out.WriteLine(CommandJson.Line(outcome.Result));
        }
    }
}
