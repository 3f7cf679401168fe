using System;
using System.IO;
using System.Text.Json;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Views;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Runs;

/// <summary>
/// One call of <c>train</c> from the loading of the images to the last line of output.
/// </summary>
internal static class TrainingSession
{
    /// <summary>Trains as requested.</summary>
    /// <exception cref="InputException">Something that the user gave cannot be used.</exception>
    public static ExitCode Run(TrainRequest request)
    {
        using InterruptSignal interrupt = new();
        ITrainingView view = TrainingViews.For(request.Json);
        view.Announce($"scedge {ProgramVersion.Number} loads the images");
        if (request.Boards is { } boards)
        {
            view.Announce($"updates are computed on {string.Join(" and ", boards.Ports)}");
        }

        RunExecution execution = new(
            view, request.Threads, request.CommandLine, path => $"scedge train --resume {CommandText.Quote(path)}{request.Boards}",
            request.Boards);
        try
        {
            RunOutcome outcome = request.ResumePath is { } path
                ? execution.Resume(RunDirectory.Open(path), stored => RunComposition.Resume(request, stored), interrupt)
                : execution.Start(RunComposition.Create(request), request.OutputPath, interrupt);
            Conclude(view, outcome, request.Json);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private static void Conclude(ITrainingView view, RunOutcome outcome, bool json)
    {
        view.Conclude(outcome.Result);
        view.Say($"report:     {outcome.Directory.ReportPath}");
        view.Say($"parameters: {Path.Combine(outcome.Directory.Path, ParameterFiles.ParametersName)}");
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(outcome.Result, RunJson.Compact));
        }
    }
}
