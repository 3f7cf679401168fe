using System.IO;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Cli.Views;

/// <summary>
/// The progress of a search: a line before every generation.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="budget">Points that each method trains.</param>
internal sealed class SearchView(TextWriter output, int budget) : ISearchObserver
{
    /// <inheritdoc/>
    public void OnGeneration(string method, int generation, int points, int judged) =>
        output.WriteLine($"{method}, generation {generation}: {(points == 1 ? "1 point" : $"{points} points")}, {judged} of {budget} judged before");
}
