using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Reports;
using ScEdge.Cli.Runs;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Cli.Views;
using ScEdge.Input;
using ScEdge.Reporting;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Reproduction;

/// <summary>
/// One call of <c>reproduce</c>: trains what is missing, judges the claims, writes page and JSON.
/// </summary>
internal sealed class ReproductionSession
{
    private readonly ReproductionRequest _request;
    private readonly ReproductionPlan _plan;
    private readonly string _folder;
    private readonly TextWriter _progress;
    private readonly bool _isTerminal;

    private ReproductionSession(ReproductionRequest request)
    {
        _request = request;
        _progress = request.Train.Json ? Console.Error : Console.Out;
        _isTerminal = request.Train.Json ? !Console.IsErrorRedirected : !Console.IsOutputRedirected;
        _plan = ReproductionPlan.Of(request);
        _folder = request.OutputPath ?? Path.Combine("runs", $"reproduce-{DateTime.UtcNow:yyyyMMdd-HHmmss}");
    }

    /// <summary>Reproduces as requested.</summary>
    /// <exception cref="InputException">Something that the user gave cannot be used.</exception>
    public static ExitCode Run(ReproductionRequest request, CommandOutput output)
    {
        using InterruptSignal interrupt = new();
        ReproductionSession session = new(request);
        try
        {
            ReproductionResult result = session.Train(interrupt);
            session.Write(result, output);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private ReproductionResult Train(InterruptSignal interrupt)
    {
        _progress.WriteLine(RunHeadline.Task(_plan.Main));
        _progress.WriteLine($"epochs {_plan.Main.Options.Epochs}, seeds {string.Join(", ", _plan.Main.Options.Seeds)}, stream lengths {string.Join(", ", _plan.Lengths)}");

        // The main configuration first: its FP32 trainings are what all others are held against.
        StreamLengths[] order = [.. _plan.Lengths.OrderByDescending(_plan.IsMain)];
        List<RunOutcome> outcomes = [];
        foreach (StreamLengths lengths in order)
        {
            outcomes.Add(Train(lengths, outcomes.Count + 1, interrupt));
        }

        IReadOnlyList<double> baseline = outcomes[0].Result.Fp32.TestAccuracy;
        return new ReproductionResult(
            outcomes[0], [.. _plan.Lengths.Select(lengths => new LengthResult(outcomes[Array.IndexOf(order, lengths)], baseline))]);
    }

    private RunOutcome Train(StreamLengths lengths, int number, InterruptSignal interrupt)
    {
        string path = Path.Combine(_folder, $"length-{lengths.ToString().Replace('/', '-')}");
        RunComposition run = _plan.Run(lengths);
        RunExecution execution = new(
            new ExperimentView(_progress, _isTerminal, number, _plan.Lengths.Count),
            _request.Train.Threads,
            _request.Train.CommandLine,
            _ => $"{_request.Train.CommandLine}{(_request.OutputPath is null ? $" --out {CommandText.Quote(_folder)}" : "")}");
        return File.Exists(Path.Combine(path, "manifest.json"))
            ? execution.Resume(RunDirectory.Open(path), stored => Same(run, stored, path), interrupt)
            : execution.Start(run, path, interrupt);
    }

    private static RunComposition Same(RunComposition run, TrainingOptions stored, string path) =>
        JsonSerializer.Serialize(stored, RunJson.Compact) == JsonSerializer.Serialize(run.Options, RunJson.Compact)
            ? run
            : throw new InputException($"{path} holds a run with other settings: repeat the command that made it, or give another folder with --out.");

    private void Write(ReproductionResult result, CommandOutput output)
    {
        string json = JsonSerializer.Serialize(result.ToJson(), RunJson.Compact);
        string page = Path.Combine(_folder, "reproduction.html");
        StringWriter html = new();
        ReproductionPage.Write(ReproductionReports.Of(result, _request.Train.CommandLine), html);
        WriteText(page, html.ToString());
        WriteText(Path.Combine(_folder, "reproduction.json"), json + "\n");
        if (_request.Train.Json)
        {
            _progress.WriteLine($"page: {page}");
            output.WriteText(json);
        }
        else
        {
            new ClaimSummary(result).Write(output.Console);
            output.WriteText($"page: {page}");
        }
    }

    private static void WriteText(string path, string text) =>
        AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
