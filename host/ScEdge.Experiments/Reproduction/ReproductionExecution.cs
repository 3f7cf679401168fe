using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Runs;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Reporting;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// A reproduction of the paper's claims in a folder: trains what is missing there, judges the claims, writes page and JSON.
/// </summary>
public sealed class ReproductionExecution
{
    private const string PageName = "reproduction.html";
    private const string JsonName = "reproduction.json";
    private const string RunPrefix = "length-";

    private readonly ReproductionRequest _request;
    private readonly IReproductionObserver? _observer;

    /// <summary>Loads and checks what is requested; nothing is written yet.</summary>
    /// <param name="request">What to train.</param>
    /// <param name="observer">Is told of the progress; null for nobody.</param>
    /// <exception cref="InputException">Something of the request cannot be used.</exception>
    public ReproductionExecution(ReproductionRequest request, IReproductionObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request;
        _observer = observer;
        Plan = ReproductionPlan.Of(request);
        Folder = request.Train.OutputPath ?? Path.Combine("runs", $"reproduce-{DateTime.UtcNow:yyyyMMdd-HHmmss}");
    }

    /// <summary>Gets what is trained.</summary>
    public ReproductionPlan Plan { get; }

    /// <summary>Gets the folder of all runs, of the page and of its JSON; the same request goes on there after an interruption.</summary>
    public string Folder { get; }

    /// <summary>Gets the path of the page.</summary>
    public string PagePath => Path.Combine(Folder, PageName);

    /// <summary>Trains, judges and writes.</summary>
    /// <param name="cancellation">Stops the training; it can be resumed.</param>
    /// <exception cref="InputException">The folder cannot be used.</exception>
    /// <exception cref="RunInterruptedException">The training was cancelled.</exception>
    /// <exception cref="RunStoppedException">A run cannot go on; it can be resumed.</exception>
    public ReproductionResult Run(CancellationToken cancellation = default)
    {
        RequireOwnFolder();

        // The main configuration first: its baselines are what all others are held against.
        StreamLengths[] order = [.. Plan.Lengths.OrderByDescending(Plan.IsMain)];
        List<RunOutcome> outcomes = [];
        foreach (StreamLengths lengths in order)
        {
            outcomes.Add(Train(lengths, outcomes.Count + 1, cancellation));
        }

        ReproductionResult result = new(
            outcomes[0], [.. Plan.Lengths.Select(lengths => new LengthResult(outcomes[Array.IndexOf(order, lengths)], outcomes[0].Result))]);
        Write(result);
        return result;
    }

    private void RequireOwnFolder()
    {
        try
        {
            if (Directory.Exists(Folder))
            {
                RunDirectory.RequireEmpty(Folder, name => name is PageName or JsonName || name.StartsWith(RunPrefix, StringComparison.Ordinal));
                TemporaryName.RemoveLeftovers(Folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder {Folder} cannot be read ({exception.Message}): give another.", exception) { Setting = "out" };
        }
    }

    private RunOutcome Train(StreamLengths lengths, int number, CancellationToken cancellation)
    {
        _observer?.OnRun(number, Plan.Lengths.Count);
        string path = Path.Combine(Folder, $"{RunPrefix}{lengths.ToString().Replace('/', '-')}");
        RunComposition run = Plan.Run(lengths);
        RunExecution execution = new(_request.Train.Threads, _request.Train.CommandLine, _observer);
        return File.Exists(Path.Combine(path, RunDirectory.ManifestName))
            ? execution.Resume(RunDirectory.Open(path), run, cancellation)
            : execution.Start(run, path, cancellation);
    }

    private void Write(ReproductionResult result)
    {
        StringWriter html = new();
        RunManifest first = RunManifest.Read(result.Main.Directory);
        ReproductionReport report = ReproductionReports.Of(result, _request.Train.CommandLine) with
        {
            Created = first.StartedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Program = ProgramVersion.Text(first.Version, first.Commit),
        };
        ReproductionPage.Write(report, html);
        AtomicFile.WriteText(PagePath, html.ToString());
        AtomicFile.WriteText(Path.Combine(Folder, JsonName), JsonSerializer.Serialize(result.ToJson(), RunJson.Printed) + "\n");
    }
}
