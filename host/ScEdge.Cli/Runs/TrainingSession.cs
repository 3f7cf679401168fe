using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using ScEdge.Cbram;
using ScEdge.Cli.Reports;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Views;
using ScEdge.Kernels.Threading;
using ScEdge.Reporting;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Runs;

/// <summary>
/// One call of <c>train</c> from the loading of the images to the last line of output.
/// </summary>
internal sealed class TrainingSession
{
    private readonly TrainRequest _request;
    private readonly ITrainingView _view;

    private TrainingSession(TrainRequest request, ITrainingView view)
    {
        _request = request;
        _view = view;
    }

    /// <summary>Trains as requested.</summary>
    /// <exception cref="InputException">Something that the user gave cannot be used.</exception>
    public static ExitCode Run(TrainRequest request)
    {
        using InterruptSignal interrupt = new();
        TrainingSession session = new(request, TrainingViews.For(request.Json));
        return session.Run(interrupt);
    }

    private ExitCode Run(InterruptSignal interrupt)
    {
        _view.Announce($"scedge {ProgramVersion.Number} loads the images");
        return _request.ResumePath is { } path ? Resume(RunDirectory.Open(path), interrupt) : Start(interrupt);
    }

    private ExitCode Start(InterruptSignal interrupt)
    {
        RunComposition run = RunComposition.Create(_request);
        RunManifest manifest = NewManifest(run);
        RunDirectory directory = RunDirectory.Create(_request.OutputPath ?? RunName.Default(run, manifest.StartedUtc));
        using IDisposable guard = directory.Lock();
        return Train(run, directory, manifest, interrupt);
    }

    private ExitCode Resume(RunDirectory directory, InterruptSignal interrupt)
    {
        using IDisposable guard = directory.Lock();
        RunManifest manifest = RunManifest.Read(directory);
        RunComposition run = RunComposition.Resume(_request, manifest.Options);
        if (manifest is { Status: RunStatus.Finished, Result: { } result })
        {
            _view.Say($"The run in {directory.Path} is finished; nothing was left to do.");
            Conclude(directory, result);
            return ExitCode.Success;
        }

        RunManifest resumed = manifest with
        {
            Status = RunStatus.Training, Resumptions = manifest.Resumptions + 1, Threads = _request.Threads,
        };
        return Train(run, directory, resumed, interrupt);
    }

    private ExitCode Train(RunComposition run, RunDirectory directory, RunManifest manifest, InterruptSignal interrupt)
    {
        string resume = $"scedge train --resume {CommandText.Quote(directory.Path)}";
        try
        {
            using WorkerTeam team = new(_request.Threads);
            TrainingRunner runner = new(run.Options, run.Dataset, run.Model, run.Preset, directory, team, _view);
            manifest.Write(directory);
            IReadOnlyList<SeedResult> results = _view.Watch(run, _request.Threads, () => runner.Run(interrupt.Token));
            Finish(run, directory, manifest, results);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            (manifest with { Status = RunStatus.Interrupted }).Write(directory);
            _view.Say($"Interrupted; continue with: {resume}");
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The run in {directory.Path} cannot go on ({exception.Message}): make the folder writable or make room, then continue with {resume}.", exception);
        }
    }

    private void Finish(RunComposition run, RunDirectory directory, RunManifest manifest, IReadOnlyList<SeedResult> results)
    {
        RunResult result = RunResult.Of(run, results, directory.Path);
        RunReport report = RunReportBuilder.Build(
            run.Options, run.Preset, run.Dataset, run.Model, results, manifest.CommandLine, manifest.StartedUtc, result.Cost);
        StringWriter page = new();
        HtmlReport.Write(report, page);
        directory.WriteText(Path.GetFileName(directory.ReportPath), page.ToString());
        (manifest with { Status = RunStatus.Finished, FinishedUtc = DateTime.UtcNow, Result = result }).Write(directory);
        Conclude(directory, result);
    }

    private void Conclude(RunDirectory directory, RunResult result)
    {
        _view.Conclude(result);
        _view.Say($"report:     {directory.ReportPath}");
        _view.Say($"parameters: {Path.Combine(directory.Path, ParameterFiles.ParametersName)}");
        if (_request.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(result, RunJson.Compact));
        }
    }

    private RunManifest NewManifest(RunComposition run) => new()
    {
        Status = RunStatus.Training,
        Version = ProgramVersion.Number,
        Commit = ProgramVersion.Commit,
        CommandLine = _request.CommandLine,
        StartedUtc = DateTime.UtcNow,
        Options = run.Options,
        Threads = _request.Threads,
        Data = DataDescription.Of(run.Dataset),
        ModelName = run.Model.Name,
        ParameterCount = run.Model.ParameterCount,
        Machine = MachineDescription.Current(),
    };
}
