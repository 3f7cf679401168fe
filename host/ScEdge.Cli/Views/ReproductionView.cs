using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Reproduction;
using ScEdge.Experiments.Runs;
using ScEdge.Experiments.Settings;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// Shows the runs of a reproduction: a line when one starts, a line per trained seed, and on a terminal how far the seed has come.
/// </summary>
/// <param name="output">Receives the lines.</param>
/// <param name="isTerminal">Whether a line may be written over.</param>
internal sealed class ReproductionView(TextWriter output, bool isTerminal) : SilentObserver, IReproductionObserver
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private long _lastLine;
    private int _number;
    private int _count;

    /// <summary>Says one sentence outside of the progress.</summary>
    public void Say(string sentence)
    {
        Erase();
        output.WriteLine(ForeignText.Clean(sentence));
        output.Flush();
    }

    /// <inheritdoc/>
    public void OnRun(int number, int count) => (_number, _count) = (number, count);

    /// <inheritdoc/>
    public override void OnFinishedBefore(RunDirectory directory) =>
        Say($"The run in {directory.Path} is finished; nothing was left to do.");

    /// <inheritdoc/>
    public override IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work)
    {
        string beside = run.Options.Baselines == Baselines.None ? "" : $", {SettingNames.Of(run.Options.Baselines).Replace(",", " and ")} beside it";
        Say($"[{_number}/{_count}] streams of {run.Options.StreamLengths} bits{beside}");
        return work();
    }

    /// <inheritdoc/>
    public override void OnStep(SeedTraining training)
    {
        if (isTerminal && Stopwatch.GetElapsedTime(_lastLine) >= Interval)
        {
            _lastLine = Stopwatch.GetTimestamp();
            output.Write($"\r  seed {training.Seed}  step {training.StepsTaken}/{training.TotalSteps} ");
            output.Flush();
        }
    }

    /// <inheritdoc/>
    public override void OnSeedFinished(SeedResult result)
    {
        string Part(string name, LegResult? leg) => leg?.Test is { } test ? $"  {name} {100 * test.Accuracy:F2} %" : "";
        Say($"  seed {result.Seed}{Part("FP32", result.Fp32)}{Part("fixed", result.Fixed)}{Part("SC", result.Stochastic)}");
    }

    private void Erase()
    {
        if (isTerminal)
        {
            output.Write("\r" + new string(' ', 40) + "\r");
        }
    }
}
