using ScEdge.Experiments.Runs;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// Is told of the progress of a reproduction.
/// </summary>
public interface IReproductionObserver : IRunObserver
{
    /// <summary>Called before each of its runs, also one that was finished before.</summary>
    /// <param name="number">Number of the run, 1 first.</param>
    /// <param name="count">Number of runs.</param>
    void OnRun(int number, int count);
}
