namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// Is told of the progress of a search.
/// </summary>
public interface ISearchObserver
{
    /// <summary>Called before the points of a generation are trained.</summary>
    /// <param name="method">Name of the method.</param>
    /// <param name="generation">Number of the generation, from 1.</param>
    /// <param name="points">Its points.</param>
    /// <param name="judged">Points of the method that were judged before.</param>
    void OnGeneration(string method, int generation, int points, int judged);
}
