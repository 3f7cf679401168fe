using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Experiments.Search;

/// <summary>
/// NSGA-II: keeps the best points by front and loneliness, and makes new ones by crossing and changing them.
/// </summary>
/// <remarks>
/// <para>K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II, IEEE Transactions on
/// Evolutionary Computation 6(2), 2002. The first generation is drawn at random. Parents win tournaments of two: the lower front, then the larger
/// crowding distance. A child takes, with probability 0.9, every place from either parent by the toss of a coin, else all from one; then each of n
/// places changes with probability 1/n. Parents and children together are cut to the size of the population.</para>
/// <para>Lists of values instead of reals: a place that changes goes to the value before or behind, or, as likely, to any other. A child that was
/// there before is made anew, up to 100 times, then drawn at random: every point of the budget is a new one.</para>
/// </remarks>
/// <param name="grid">What to choose from.</param>
/// <param name="population">Points of a generation; 2 or more.</param>
/// <param name="seed">Seed.</param>
public sealed class GeneticSearch(SearchGrid grid, int population, ulong seed) : ISearchMethod
{
    private const uint Stream = 0x5EA2_0002;
    private const int Tries = 100;

    private readonly SearchSampler _sampler = new(grid, seed);
    private readonly SearchRandom _random = new(seed, Stream);
    private IReadOnlyList<int[]> _asked = [];
    private List<Member> _parents = [];

    /// <inheritdoc/>
    public string Name => "nsga2";

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Ask(int most)
    {
        int count = Math.Min(population, most);
        if (_parents.Count == 0)
        {
            return _asked = _sampler.Draw(count);
        }

        List<int[]> children = [];
        while (children.Count < count && (Child() ?? _sampler.Draw()) is { } child)
        {
            children.Add(child);
        }

        return _asked = children;
    }

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<double[]> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, _asked.Count);
        Member[] all = [.. _parents, .. _asked.Zip(values, static (point, value) => new Member(point, value))];
        List<Member> kept = [];
        IReadOnlyList<IReadOnlyList<int>> fronts = DominanceRanking.Fronts([.. all.Select(static member => member.Values)]);
        for (int rank = 0; rank < fronts.Count && kept.Count < population; rank++)
        {
            Member[] front = [.. fronts[rank].Select(i => all[i])];
            double[] distances = DominanceRanking.Crowding([.. front.Select(static member => member.Values)]);
            kept.AddRange(front.Zip(distances, (member, distance) => member with { Rank = rank, Distance = distance })
                .OrderByDescending(static member => member.Distance)
                .Take(population - kept.Count));
        }

        _parents = kept;
    }

    private int[]? Child()
    {
        for (int i = 0; i < Tries; i++)
        {
            int[] child = Cross(Winner().Point, Winner().Point);
            Change(child);
            if (_sampler.TryTake(child))
            {
                return child;
            }
        }

        return null;
    }

    private Member Winner()
    {
        Member one = _parents[_random.Below(_parents.Count)];
        Member other = _parents[_random.Below(_parents.Count)];
        return (other.Rank, -other.Distance).CompareTo((one.Rank, -one.Distance)) < 0 ? other : one;
    }

    private int[] Cross(int[] mother, int[] father) =>
        _random.Happens(9, 10) ? [.. mother.Zip(father, (one, other) => _random.Happens(1, 2) ? one : other)] : [.. mother];

    private void Change(int[] point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            int size = grid.Sizes[i];
            if (_random.Happens(1, point.Length) && size > 1)
            {
                bool isStep = _random.Happens(1, 2);
                int next = point[i] + (_random.Happens(1, 2) ? 1 : -1);
                point[i] = !isStep ? (point[i] + 1 + _random.Below(size - 1)) % size
                    : next < 0 ? 1
                    : next == size ? size - 2
                    : next;
            }
        }
    }

    private sealed record Member(int[] Point, double[] Values)
    {
        public int Rank { get; init; }

        public double Distance { get; init; }
    }
}
