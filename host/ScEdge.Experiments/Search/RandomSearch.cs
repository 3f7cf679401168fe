using System.Collections.Generic;

namespace ScEdge.Experiments.Search;

/// <summary>
/// Points at random, none twice: what every other method has to surpass.
/// </summary>
/// <param name="grid">What to choose from.</param>
/// <param name="seed">Seed; the first points are those of <see cref="GeneticSearch"/>.</param>
public sealed class RandomSearch(SearchGrid grid, ulong seed) : ISearchMethod
{
    private readonly SearchSampler _sampler = new(grid, seed);

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Ask(int most) => _sampler.Draw(most);

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<double[]> values)
    {
        // It learns nothing.
    }
}
