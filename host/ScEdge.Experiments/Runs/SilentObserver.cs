using System;
using System.Collections.Generic;
using ScEdge.Experiments.Composition;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// Shows nothing; a base for observers that want to hear of some moments only.
/// </summary>
public class SilentObserver : IRunObserver
{
    /// <inheritdoc/>
    public virtual IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work();
    }

    /// <inheritdoc/>
    public virtual void OnFinishedBefore(RunDirectory directory)
    {
    }

    /// <inheritdoc/>
    public virtual void OnSeedStarted(SeedTraining training)
    {
    }

    /// <inheritdoc/>
    public virtual void OnStep(SeedTraining training)
    {
    }

    /// <inheritdoc/>
    public virtual void OnEpoch(SeedTraining training)
    {
    }

    /// <inheritdoc/>
    public virtual void OnSeedFinished(SeedResult result)
    {
    }
}
