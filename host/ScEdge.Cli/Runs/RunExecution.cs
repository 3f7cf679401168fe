using System;
using System.Collections.Generic;
using System.IO;
using ScEdge.Boards.Training;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Reports;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Views;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Reporting;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Runs;

/// <summary>
/// Trains a run in its folder, from its start or from where it was interrupted, and writes manifest and report.
/// </summary>
/// <param name="view">Shows the run.</param>
/// <param name="threads">Number of threads.</param>
/// <param name="commandLine">Command that repeats the run.</param>
/// <param name="resumeCommand">Returns the command that continues the run in a folder.</param>
/// <param name="boards">Boards that compute the updates; null for this process.</param>
internal sealed class RunExecution(
    ITrainingView view, int threads, string commandLine, Func<string, string> resumeCommand, TrainingBoards? boards = null)
{
    /// <summary>Trains a new run.</summary>
    /// <param name="run">What to train.</param>
    /// <param name="folder">Its folder; null picks a name.</param>
    /// <param name="interrupt">Stops the run; it can be resumed.</param>
    /// <exception cref="InputException">The folder cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted and said so.</exception>
    public RunOutcome Start(RunComposition run, string? folder, InterruptSignal interrupt)
    {
        // A board that cannot be reached leaves no folder behind.
        using BoardEngineFactory? engines = boards?.Open(run);
        RunManifest manifest = NewManifest(run);
        RunDirectory directory = RunDirectory.Create(folder ?? RunName.Default(run, manifest.StartedUtc));
        using IDisposable guard = directory.Lock();
        return Train(run, directory, manifest, engines, interrupt);
    }

    /// <summary>Continues a run, or returns the result of one that is finished.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="compose">Composes the run from its settings.</param>
    /// <param name="interrupt">Stops the run; it can be resumed.</param>
    /// <exception cref="InputException">The folder does not hold the run that is asked for.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted and said so.</exception>
    public RunOutcome Resume(RunDirectory directory, Func<TrainingOptions, RunComposition> compose, InterruptSignal interrupt)
    {
        using IDisposable guard = directory.Lock();
        RunManifest manifest = RunManifest.Read(directory);
        RunComposition run = compose(manifest.Options);
        if (manifest is { Status: RunStatus.Finished, Result: { } result })
        {
            view.Say($"The run in {directory.Path} is finished; nothing was left to do.");
            return new RunOutcome(run, directory, result);
        }

        using BoardEngineFactory? engines = boards?.Open(run);
        RunManifest resumed = manifest with
        {
            Status = RunStatus.Training, Resumptions = manifest.Resumptions + 1, Threads = threads,
        };
        return Train(run, directory, resumed, engines, interrupt);
    }

    private RunOutcome Train(
        RunComposition run, RunDirectory directory, RunManifest manifest, BoardEngineFactory? engines, InterruptSignal interrupt)
    {
        string resume = resumeCommand(directory.Path);
        try
        {
            using WorkerTeam team = new(threads);
            TrainingRunner runner = new(run.Options, run.Dataset, run.Model, run.Preset, directory, team, view, engines);
            manifest.Write(directory);
            IReadOnlyList<SeedResult> results = view.Watch(run, threads, () => runner.Run(interrupt.Token));
            return new RunOutcome(run, directory, Finish(run, directory, manifest, results));
        }
        catch (OperationCanceledException)
        {
            (manifest with { Status = RunStatus.Interrupted }).Write(directory);
            view.Say($"Interrupted; continue with: {resume}");
            throw;
        }
        catch (InputException exception) when (engines is not null)
        {
            throw new InputException($"{exception.Message} The run goes on with {resume}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The run in {directory.Path} cannot go on ({exception.Message}): make the folder writable or make room, then continue with {resume}.", exception);
        }
    }

    private static RunResult Finish(RunComposition run, RunDirectory directory, RunManifest manifest, IReadOnlyList<SeedResult> results)
    {
        RunResult result = RunResult.Of(run, results, directory.Path);
        RunReport report = RunReportBuilder.Build(
            run.Options, run.Preset, run.Dataset, run.Model, results, manifest.CommandLine, manifest.StartedUtc, result.Cost);
        StringWriter page = new();
        HtmlReport.Write(report, page);
        directory.WriteText(Path.GetFileName(directory.ReportPath), page.ToString());
        (manifest with { Status = RunStatus.Finished, FinishedUtc = DateTime.UtcNow, Result = result }).Write(directory);
        return result;
    }

    private RunManifest NewManifest(RunComposition run) => new()
    {
        Status = RunStatus.Training,
        Version = ProgramVersion.Number,
        Commit = ProgramVersion.Commit,
        CommandLine = commandLine,
        StartedUtc = DateTime.UtcNow,
        Options = run.Options,
        Threads = threads,
        Data = DataDescription.Of(run.Dataset),
        ModelName = run.Model.Name,
        ParameterCount = run.Model.ParameterCount,
        Machine = MachineDescription.Current(),
    };
}
