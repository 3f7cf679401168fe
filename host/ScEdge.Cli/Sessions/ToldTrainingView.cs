using System;
using System.Collections.Generic;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Views;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Results;
using ScEdge.Link.Watching;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// Shows a training on boards, and tells those who watch its lines how far it is.
/// </summary>
/// <param name="view">Shows it.</param>
/// <param name="lines">The lines.</param>
internal sealed class ToldTrainingView(ITrainingView view, ProgressLines lines) : ITrainingView
{
    private readonly ProgressMeter _meter = new();

    /// <inheritdoc/>
    public void Announce(string sentence) => view.Announce(sentence);

    /// <inheritdoc/>
    public void Say(string sentence) => view.Say(sentence);

    /// <inheritdoc/>
    public IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work) =>
        view.Watch(run, threads, work);

    /// <inheritdoc/>
    public void OnSeedStarted(SeedTraining training)
    {
        _meter.StartSeed(training);
        view.OnSeedStarted(training);
    }

    /// <inheritdoc/>
    public void OnStep(SeedTraining training)
    {
        _meter.Count(training);
        lines.Tell(new WorkProgress(_meter.Steps, _meter.TotalSteps, _meter.StochasticLoss));
        view.OnStep(training);
    }

    /// <inheritdoc/>
    public void OnEpoch(SeedTraining training) => view.OnEpoch(training);

    /// <inheritdoc/>
    public void OnSeedFinished(SeedResult result) => view.OnSeedFinished(result);

    /// <inheritdoc/>
    public void OnFinishedBefore(RunDirectory directory) => view.OnFinishedBefore(directory);

    /// <inheritdoc/>
    public void Conclude(RunResult result) => view.Conclude(result);
}
