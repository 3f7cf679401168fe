using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Results;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// Shows a run as plain lines, for files, pipes and logs: what is trained, a line every two seconds, a line per epoch.
/// </summary>
/// <param name="output">Receives the lines.</param>
internal sealed class PlainTrainingView(TextWriter output) : ITrainingView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ProgressMeter _meter = new();
    private long _lastLine;

    /// <inheritdoc/>
    public void Announce(string sentence) => Write(sentence);

    /// <inheritdoc/>
    public void Say(string sentence) => Write(sentence);

    /// <inheritdoc/>
    public IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work)
    {
        foreach (string line in RunHeadline.Lines(run, threads))
        {
            Write(line);
        }

        return work();
    }

    /// <inheritdoc/>
    public void OnSeedStarted(SeedTraining training) => _meter.StartSeed(training);

    /// <inheritdoc/>
    public void OnStep(SeedTraining training)
    {
        _meter.Count(training);

        // The first step at once: it shows that all is well.
        if (_lastLine != 0 && Stopwatch.GetElapsedTime(_lastLine) < Interval)
        {
            return;
        }

        _lastLine = Stopwatch.GetTimestamp();
        string fp32 = training.Fp32 is null ? "" : $"  fp32 loss {_meter.Fp32Loss:F4}";
        string stochastic = training.Stochastic is null ? "" : $"  sc loss {_meter.StochasticLoss:F4}";
        string speed = _meter.StepsPerSecond > 0 ? $"  {_meter.StepsPerSecond:F0} steps/s" : "";
        string left = _meter.Left is { } time ? $"  {DurationText.Of(time)} left" : "";
        Write($"seed {training.Seed}  step {training.StepsTaken}/{training.TotalSteps}{fp32}{stochastic}{speed}{left}");
    }

    /// <inheritdoc/>
    public void OnEpoch(SeedTraining training)
    {
        _lastLine = Stopwatch.GetTimestamp();
        string text = $"seed {training.Seed}  epoch {training.Epoch}/{training.Options.Epochs}";
        foreach (TrainingLeg leg in training.Legs)
        {
            LegResult result = leg.Result;
            text += result.ValidationAccuracy.Count == 0
                ? $"  {leg.Name} trained"
                : $"  {leg.Name} validation accuracy {100 * result.ValidationAccuracy[^1]:F2} % loss {result.ValidationLoss[^1]:F4}";
        }

        Write(text);
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
            Write(line);
        }
    }

    private void Write(string line)
    {
        output.WriteLine(ForeignText.Clean(line));
        output.Flush();
    }
}
