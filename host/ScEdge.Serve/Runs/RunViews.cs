using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Progress;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Reporting.Fragments;
using ScEdge.Serve.Commands;
using ScEdge.Statistics;
using ScEdge.Training.Runs;

namespace ScEdge.Serve.Runs;

/// <summary>Runs as the page shows them. What many tabs ask for is read and drawn once.</summary>
/// <param name="folder">Folder of the runs.</param>
/// <param name="trainings">Trainings that were started here.</param>
/// <param name="program">The program, which knows how settings are written.</param>
public sealed class RunViews(RunFolder folder, Trainings trainings, CommandLine program)
{
    // It is read as JSON and by nobody else: markup in it need not be escaped a second time.
    private static readonly PageJson Plain =
        new(new JsonSerializerOptions(PageJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly TimeSpan ListAge = TimeSpan.FromMilliseconds(900);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Watched> _watched = new();
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<NamedValue>>> _settings = new();
    private string _list = "";
    private DateTime _listed;

    /// <summary>
    /// Lists the runs, the last that was started first, as JSON; the same text as long as nothing has changed, and no older than a second.
    /// </summary>
    public string List()
    {
        lock (_gate)
        {
            if (DateTime.UtcNow - _listed > ListAge)
            {
                RunList list = new([.. folder.All.OrderByDescending(static run => run.Manifest.StartedUtc).Select(Row)]);
                string text = JsonSerializer.Serialize(list, PageJson.Default.RunList);
                (_list, _listed) = (text == _list ? _list : text, DateTime.UtcNow);
            }

            return _list;
        }
    }

    /// <summary>Returns a run as it stands now, as JSON; the same text as long as nothing has changed, made once for all tabs.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">There is no such run.</exception>
    public async Task<string> Detail(string name, CancellationToken cancellation)
    {
        FoundRun run = folder.Find(name);
        IReadOnlyList<NamedValue> settings = await Settings(run).WaitAsync(cancellation).ConfigureAwait(false);
        Watched watched = _watched.GetOrAdd(name, static (_, path) => new Watched(new RunWatch(path)), run.Folder);
        lock (watched)
        {
            (DateTime, DateTime, bool) stamp = Stamp(run, name);
            bool isStale = watched.Detail is not { Row.Status: "training" } && watched.Stamp == stamp;
            if (watched.Detail is null || !(isStale || (watched.Stamp == stamp && DateTime.UtcNow - watched.Read < TimeSpan.FromSeconds(5))))
            {
                RunDetail detail = Draw(run, name, watched.Watch, settings);
                if (!Equals(detail, watched.Detail))
                {
                    (watched.Detail, watched.Text) = (detail, JsonSerializer.Serialize(detail, Plain.RunDetail));
                }

                (watched.Stamp, watched.Read) = (stamp, DateTime.UtcNow);
            }

            return watched.Text;
        }
    }

    /// <summary>Returns the settings of a run by name, those that its optimiser uses.</summary>
    public Task<IReadOnlyList<NamedValue>> Settings(FoundRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        string key = $"{run.Folder}|{run.Manifest.StartedUtc:O}";
        return _settings.GetOrAdd(key, static (_, state) => state.Self.AskSettings(state.Folder), (Self: this, run.Folder));
    }

    private async Task<IReadOnlyList<NamedValue>> AskSettings(string path)
    {
        try
        {
            JsonElement all = await program.Ask(Arguments.Runs(path), CancellationToken.None).ConfigureAwait(false);
            JsonElement one = all.EnumerateArray().First(found => Path.GetFullPath(found.GetProperty("folder").GetString()!) == path);
            return
            [
                .. one.GetProperty("settings").EnumerateArray().Select(static setting =>
                    new NamedValue(setting.GetProperty("name").GetString()!, setting.GetProperty("value").GetString()!)),
                new NamedValue("seeds", string.Join(',', one.GetProperty("seeds").EnumerateArray().Select(static seed => seed.GetRawText()))),
            ];
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or InputException)
        {
            // A run that goes away while it is looked at has no settings.
            return [];
        }
    }

    private (DateTime Manifest, DateTime Checkpoint, bool IsOurs) Stamp(FoundRun run, string name)
    {
        RunDirectory directory = RunDirectory.Open(run.Folder);
        return (File.GetLastWriteTimeUtc(directory.ManifestPath), directory.CheckpointTime, trainings.IsRunning(name));
    }

    private RunDetail Draw(FoundRun run, string name, RunWatch watch, IReadOnlyList<NamedValue> settings)
    {
        try
        {
            RunProgress progress = watch.Read();
            bool isTrained = progress.IsInTraining || trainings.IsRunning(name);
            return new RunDetail(
                Row(run with { Manifest = progress.Manifest }, isTrained),
                progress.StepsTotal == 0 ? 0 : (double)progress.StepsDone / progress.StepsTotal,
                RunFacts.Of(progress, isTrained),
                Fragment.Training(progress.Curves, "run-"),
                settings,
                progress.Manifest.CommandLine,
                RunFiles.Of(run.Folder),
                trainings.ProblemOf(name));
        }
        catch (InputException exception)
        {
            return new RunDetail(Row(run), 0, [], "", settings, run.Manifest.CommandLine, RunFiles.Of(run.Folder), exception.Message);
        }
    }

    private RunRow Row(FoundRun run) => Row(run, isTrained: null);

    private RunRow Row(FoundRun run, bool? isTrained)
    {
        string name = folder.NameOf(run);
        RunManifest manifest = run.Manifest;
        bool isOurs = trainings.IsRunning(name);
        RunDirectory directory = RunDirectory.Open(run.Folder);
        bool isRunning = isTrained ?? (isOurs || (manifest.Status == RunStatus.Training
            && (DateTime.UtcNow - directory.CheckpointTime < TimeSpan.FromSeconds(8) || directory.IsInTraining)));
        return new RunRow(
            name,
            manifest.Status == RunStatus.Finished ? "finished" : isRunning ? "training" : "stopped",
            $"{manifest.Data.Name} · {manifest.ModelName} · {OptimizerNames.Of(manifest.Options.Optimizer)}",
            manifest.StartedUtc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            manifest.Result is { } result ? Percent(result.MainLeg.TestAccuracy) : "",
            manifest.Result?.Cost is { } cost ? QuantityText.Energy(cost.EnergyPerUpdateAttojoules) : "",
            isOurs);
    }

    /// <summary>Returns accuracies as their mean and sample deviation in per cent.</summary>
    internal static string Percent(IReadOnlyList<double> shares) => SampleSummary.Of(shares) is { } summary
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * summary.Mean:F2}")
            + (summary.StandardDeviation is { } deviation ? string.Create(CultureInfo.InvariantCulture, $" ± {100 * deviation:F2}") : "")
        : "";

    private static bool Equals(RunDetail one, RunDetail? other) => other is not null
        && one.Row == other.Row && one.Share.Equals(other.Share) && one.Problem == other.Problem && one.Charts == other.Charts
        && one.Facts.SequenceEqual(other.Facts) && one.Files.SequenceEqual(other.Files);

    private sealed class Watched(RunWatch watch)
    {
        public RunWatch Watch { get; } = watch;

        public RunDetail? Detail { get; set; }

        public string Text { get; set; } = "";

        public (DateTime, DateTime, bool) Stamp { get; set; }

        public DateTime Read { get; set; }
    }
}
