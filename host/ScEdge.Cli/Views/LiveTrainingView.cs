using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.ExceptionServices;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Results;
using ScEdge.Training.Runs;
using Spectre.Console;

namespace ScEdge.Cli.Views;

/// <summary>
/// Shows a run on a terminal: a table that fills, loss curves that grow, a bar, speed and time left.
/// </summary>
internal sealed class LiveTrainingView : ITrainingView
{
    /// <summary>Five pictures a second look alive and cost little.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;
    private readonly ProgressMeter _meter = new();
    private readonly List<EpochRow> _rows = [];
    private LiveFrame? _frame;
    private LiveDisplayContext? _display;
    private long _lastFrame;

    /// <summary>Makes a view on a terminal.</summary>
    /// <param name="writer">Writes to the terminal.</param>
    public LiveTrainingView(TextWriter writer)
    {
        _writer = writer;
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        ForeignText.CleanOn(_console);
    }

    /// <inheritdoc/>
    public void Announce(string sentence) => _console.MarkupLineInterpolated($"[grey]{sentence}[/]");

    /// <inheritdoc/>
    public void Say(string sentence)
    {
        // The terminal breaks a long line; broken here, a command in it could not be copied.
        _writer.WriteLine(sentence);
        _writer.Flush();
    }

    /// <inheritdoc/>
    public IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work)
    {
        _frame = new LiveFrame(run, threads, _console);
        ExceptionDispatchInfo? interruption = null;
        IReadOnlyList<SeedResult> results = _console.Live(new Text("")).Start(display =>
        {
            _display = display;
            try
            {
                return work();
            }
            catch (OperationCanceledException exception)
            {
                // An exception would keep the display from drawing its last picture in place.
                interruption = ExceptionDispatchInfo.Capture(exception);
                return [];
            }
        });
        interruption?.Throw();
        return results;
    }

    /// <inheritdoc/>
    public void OnSeedStarted(SeedTraining training)
    {
        _meter.StartSeed(training);
        for (int epoch = 0; epoch < training.Epoch; epoch++)
        {
            _rows.Add(Finished(training, epoch));
        }

        _rows.Add(Current(training, training.Epoch + 1));
        Show(training);
    }

    /// <inheritdoc/>
    public void OnStep(SeedTraining training)
    {
        _meter.Count(training);
        if (Stopwatch.GetElapsedTime(_lastFrame) >= Interval && training.Batch > 0)
        {
            _rows[^1] = Current(training, training.Epoch + 1);
            Show(training);
        }
    }

    /// <inheritdoc/>
    public void OnEpoch(SeedTraining training)
    {
        _rows[^1] = Current(training, training.Epoch);
        _rows[^1] = Measured(_rows[^1], training, training.Epoch - 1);
        if (!training.IsFinished)
        {
            _rows.Add(Current(training, training.Epoch + 1));
        }

        Show(training);
    }

    /// <inheritdoc/>
    public void OnFinishedBefore(RunDirectory directory) => Say($"The run in {directory.Path} is finished; nothing was left to do.");

    /// <inheritdoc/>
    public void OnSeedFinished(SeedResult result)
    {
    }

    /// <inheritdoc/>
    public void Conclude(RunResult result)
    {
        foreach (string line in SummaryText.Lines(result))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal) + 1;
            _console.MarkupLineInterpolated($"[bold]{line[..colon]}[/]{line[colon..]}");
        }
    }

    private static EpochRow Finished(SeedTraining training, int epoch)
    {
        LegCells? Cells(TrainingLeg? leg) => leg is null ? null : new LegCells(null, null, Accuracy(leg, epoch));
        return new EpochRow(training.Seed, epoch + 1, Cells(training.Fp32), Cells(training.Fixed), Cells(training.Stochastic));
    }

    private static EpochRow Measured(EpochRow row, SeedTraining training, int epoch) => row with
    {
        Fp32 = row.Fp32 is null ? null : row.Fp32 with { ValidationAccuracy = Accuracy(training.Fp32!, epoch) },
        Fixed = row.Fixed is null ? null : row.Fixed with { ValidationAccuracy = Accuracy(training.Fixed!, epoch) },
        Stochastic = row.Stochastic is null ? null : row.Stochastic with { ValidationAccuracy = Accuracy(training.Stochastic!, epoch) },
    };

    private static double? Accuracy(TrainingLeg leg, int epoch) =>
        leg.Result.ValidationAccuracy.Count > epoch ? leg.Result.ValidationAccuracy[epoch] : null;

    private EpochRow Current(SeedTraining training, int epoch) => new(
        training.Seed,
        epoch,
        training.Fp32 is null ? null : Means(_meter.Fp32Loss, _meter.Fp32Accuracy),
        training.Fixed is null ? null : new LegCells(null, null, null),
        training.Stochastic is null ? null : Means(_meter.StochasticLoss, _meter.StochasticAccuracy));

    // Before the first step there is nothing to show, not zero.
    private LegCells Means(double loss, double accuracy) => _meter.HasMeans ? new LegCells(loss, accuracy, null) : new LegCells(null, null, null);

    private void Show(SeedTraining training)
    {
        _display!.UpdateTarget(_frame!.Draw(training, _rows, _meter));
        _display.Refresh();
        _lastFrame = Stopwatch.GetTimestamp();
    }
}
