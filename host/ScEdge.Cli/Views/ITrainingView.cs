using ScEdge.Experiments.Results;
using ScEdge.Experiments.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// Shows a run to the person who started it.
/// </summary>
internal interface ITrainingView : IRunObserver
{
    /// <summary>Says what is about to happen, before anything is loaded.</summary>
    void Announce(string sentence);

    /// <summary>Shows the results.</summary>
    void Conclude(RunResult result);

    /// <summary>Says one sentence outside of the progress.</summary>
    void Say(string sentence);
}
