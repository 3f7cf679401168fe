using System;
using System.Collections.Generic;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Runs;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Tests.Runs;

/// <summary>Writes down what an observer is told.</summary>
internal sealed class Listener : IRunObserver
{
    public List<string> Heard { get; } = [];

    public IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work)
    {
        Heard.Add("watch");
        return work();
    }

    public void OnFinishedBefore(RunDirectory directory) => Heard.Add("finished before");

    public void OnSeedStarted(SeedTraining training) => Heard.Add($"seed {training.Seed}");

    public void OnStep(SeedTraining training) => Heard.Add("step");

    public void OnEpoch(SeedTraining training) => Heard.Add($"epoch {training.Epoch}");

    public void OnSeedFinished(SeedResult result) => Heard.Add($"end of seed {result.Seed}");
}
