using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Reports;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Reporting;
using ScEdge.Reporting.Model;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// Trains a run in its folder, from its start or from where it was interrupted, and writes manifest and report.
/// </summary>
/// <param name="threads">Number of threads.</param>
/// <param name="commandLine">What the manifest names as the command that repeats the run.</param>
/// <param name="observer">Is told of the progress; null for nobody.</param>
/// <param name="engines">Opens what computes the updates; null for this process.</param>
public sealed class RunExecution(int threads, string commandLine, IRunObserver? observer = null, IStepEngineSource? engines = null)
{
    private readonly IRunObserver _observer = observer ?? new SilentObserver();

    /// <summary>Trains what is requested: loads, checks, trains, writes.</summary>
    /// <param name="request">What to train.</param>
    /// <param name="cancellation">Stops the run; it can be resumed.</param>
    /// <exception cref="InputException">Something of the request cannot be used.</exception>
    /// <exception cref="RunInterruptedException">The run was cancelled.</exception>
    public static RunOutcome Train(TrainRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RunComposition run = RunComposition.Create(request.Options, request.Nonidealities);
        return new RunExecution(request.Threads, request.CommandLine).Start(run, request.OutputPath, cancellation);
    }

    /// <summary>Trains a new run.</summary>
    /// <param name="run">What to train.</param>
    /// <param name="folder">Its folder; null picks a name.</param>
    /// <param name="cancellation">Stops the run; it can be resumed.</param>
    /// <exception cref="InputException">The folder cannot be used.</exception>
    /// <exception cref="RunInterruptedException">The run was cancelled.</exception>
    /// <exception cref="RunStoppedException">The run cannot go on; it can be resumed.</exception>
    public RunOutcome Start(RunComposition run, string? folder, CancellationToken cancellation = default)
    {
        // A board that cannot be reached leaves no folder behind.
        using IStepEngineFactory? opened = OpenEngines(run);
        RunManifest manifest = NewManifest(run);
        RunDirectory directory = RunDirectory.Create(folder ?? RunName.Default(run, manifest.StartedUtc));
        using IDisposable guard = directory.Lock();
        return Train(run, directory, manifest, opened, cancellation);
    }

    /// <summary>Continues a run, or returns the result of one that is finished.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="run">What its manifest says that it is, loaded.</param>
    /// <param name="cancellation">Stops the run; it can be resumed.</param>
    /// <exception cref="InputException">The folder does not hold this run.</exception>
    /// <exception cref="RunInterruptedException">The run was cancelled.</exception>
    /// <exception cref="RunStoppedException">The run cannot go on; it can be resumed.</exception>
    public RunOutcome Resume(RunDirectory directory, RunComposition run, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(run);
        using IDisposable guard = directory.Lock();
        RunManifest manifest = RunManifest.Read(directory);
        if (JsonSerializer.Serialize(manifest.Options, RunJson.Compact) != JsonSerializer.Serialize(run.Options, RunJson.Compact))
        {
            throw new InputException($"{directory.Path} holds a run with other settings: give those that it was started with, or another folder.");
        }

        if (manifest is { Status: RunStatus.Finished, Result: { } result })
        {
            _observer.OnFinishedBefore(directory);
            return new RunOutcome(run, directory, result);
        }

        using IStepEngineFactory? opened = OpenEngines(run);
        RunManifest resumed = manifest with
        {
            Status = RunStatus.Training, Resumptions = manifest.Resumptions + 1, Threads = threads,
        };
        return Train(run, directory, resumed, opened, cancellation);
    }

    /// <summary>Opens what computes the updates elsewhere; boards take gradients by a stream, not counts of coincidences.</summary>
    private IStepEngineFactory? OpenEngines(RunComposition run)
    {
        if (engines is not null && run.Options.Passes is not null)
        {
            throw new InputException(
                "Boards do not take the counts of stochastic passes yet: train without a port, or with passes in FP32.") { Setting = "passes fp32" };
        }

        if (engines is not null && run.Options.UpdateSource != StreamSource.OwnCells)
        {
            throw new InputException("Boards update with cells alone: train without a port, or with updates from cells.")
            {
                Setting = "update-source cbram",
            };
        }

        return engines?.Open(run);
    }

    private RunOutcome Train(
        RunComposition run, RunDirectory directory, RunManifest manifest, IStepEngineFactory? opened, CancellationToken cancellation)
    {
        try
        {
            using WorkerTeam team = new(threads);
            TrainingRunner runner = new(run.Options, run.Dataset, run.Model, run.Preset, directory, team, _observer, opened);
            manifest.Write(directory);
            IReadOnlyList<SeedResult> results = _observer.Watch(run, threads, () => runner.Run(cancellation));
            return new RunOutcome(run, directory, Finish(run, directory, manifest, results));
        }
        catch (OperationCanceledException exception)
        {
            (manifest with { Status = RunStatus.Interrupted }).Write(directory);
            throw new RunInterruptedException(directory.Path, exception);
        }
        catch (InputException exception) when (opened is not null)
        {
            throw new RunStoppedException(directory.Path, exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunStoppedException(
                directory.Path,
                $"The run in {directory.Path} cannot go on ({exception.Message}): make the folder writable or make room, then resume it.",
                exception);
        }
    }

    private static RunResult Finish(RunComposition run, RunDirectory directory, RunManifest manifest, IReadOnlyList<SeedResult> results)
    {
        RunResult result = RunResult.Of(run, results, directory.Path);
        RunReport report = RunReportBuilder.Build(run, results, manifest.CommandLine, manifest.StartedUtc, result.Cost) with
        {
            Program = ProgramVersion.Text(manifest.Version, manifest.Commit),
        };
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
