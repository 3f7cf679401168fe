using System;
using System.Collections.Generic;
using ScEdge.Experiments.Composition;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// Is told of the progress of a run.
/// </summary>
public interface IRunObserver : ITrainingObserver
{
    /// <summary>Called with the training, so that a display can stand around it; calls the work once and returns what that returns.</summary>
    /// <param name="run">What is trained.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="work">Trains and reports to this observer; its exceptions must pass.</param>
    IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work);

    /// <summary>Called instead of all others when the run had been finished before and nothing is left to do.</summary>
    /// <param name="directory">Folder of the run.</param>
    void OnFinishedBefore(RunDirectory directory);
}
