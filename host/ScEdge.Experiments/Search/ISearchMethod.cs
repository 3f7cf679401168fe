using System.Collections.Generic;

namespace ScEdge.Experiments.Search;

/// <summary>
/// Chooses points of a grid by what earlier ones came to. What it chooses depends on its seed and on what it is told, on nothing else.
/// </summary>
public interface ISearchMethod
{
    /// <summary>Gets its name.</summary>
    string Name { get; }

    /// <summary>Returns points that are to be judged next, none that was returned before; none when the grid has no other.</summary>
    /// <param name="most">Most points.</param>
    IReadOnlyList<int[]> Ask(int most);

    /// <summary>Takes what the points of the last call came to.</summary>
    /// <param name="values">The objectives of each, all to be small.</param>
    void Tell(IReadOnlyList<double[]> values);
}
