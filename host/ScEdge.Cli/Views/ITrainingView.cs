using System;
using System.Collections.Generic;
using ScEdge.Cli.Runs;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// Shows a run to the person who started it.
/// </summary>
internal interface ITrainingView : ITrainingObserver
{
    /// <summary>Says what is about to happen, before anything is loaded.</summary>
    void Announce(string sentence);

    /// <summary>Shows what is trained on what, then the progress of the work until it returns.</summary>
    /// <param name="run">What is trained.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="work">Trains and reports to this view.</param>
    /// <returns>What the work returns.</returns>
    IReadOnlyList<SeedResult> Watch(RunComposition run, int threads, Func<IReadOnlyList<SeedResult>> work);

    /// <summary>Shows the results.</summary>
    void Conclude(RunResult result);

    /// <summary>Says one sentence outside of the progress.</summary>
    void Say(string sentence);
}
