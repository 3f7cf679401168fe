using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using ScEdge.Cli.Runs;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// Shows a run that is one of several: a line when it starts, a line per trained seed, and on a terminal how far the seed has come.
/// </summary>
/// <param name="output">Receives the lines.</param>
/// <param name="isTerminal">Whether a line may be written over.</param>
/// <param name="number">Number of the run, 1 first.</param>
/// <param name="count">Number of runs.</param>
internal sealed class ExperimentView(TextWriter output, bool isTerminal, int number, int count) : ITrainingView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private long _lastLine;

    /// <inheritdoc/>
    public void Announce(string sentence) => Say(sentence);

    /// <inheritdoc/>
    public void Say(string sentence)
    {
        Erase();
        output.WriteLine(sentence);
        output.Flush();
    }

    /// <inheritdoc/>
    public IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work)
    {
        string beside = run.Options.Baseline ? ", FP32 beside it" : "";
        Say($"[{number}/{count}] streams of {run.Options.StreamLengths} bits{beside}");
        return work();
    }

    /// <inheritdoc/>
    public void OnSeedStarted(SeedTraining training)
    {
    }

    /// <inheritdoc/>
    public void OnStep(SeedTraining training)
    {
        if (isTerminal && Stopwatch.GetElapsedTime(_lastLine) >= Interval)
        {
            _lastLine = Stopwatch.GetTimestamp();
            output.Write($"\r  seed {training.Seed}  step {training.StepsTaken}/{training.TotalSteps} ");
            output.Flush();
        }
    }

    /// <inheritdoc/>
    public void OnEpoch(SeedTraining training)
    {
    }

    /// <inheritdoc/>
    public void OnSeedFinished(SeedResult result)
    {
        string fp32 = result.Fp32 is { } leg ? $"  FP32 {100 * leg.EpochAccuracy[^1]:F2} %" : "";
        Say($"  seed {result.Seed}{fp32}  SC {100 * result.Stochastic!.EpochAccuracy[^1]:F2} %");
    }

    /// <inheritdoc/>
    public void Conclude(RunResult result)
    {
    }

    private void Erase()
    {
        if (isTerminal)
        {
            output.Write("\r" + new string(' ', 40) + "\r");
        }
    }
}
