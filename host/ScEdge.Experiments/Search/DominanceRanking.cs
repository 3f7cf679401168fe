using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Experiments.Search;

/// <summary>
/// Orders points by dominance, and within a front by how lonely they are.
/// </summary>
/// <remarks>
/// A point dominates another if it is no worse in any objective and better in one; all objectives are to be small. Front 0 is what nothing
/// dominates, front 1 what only front 0 dominates, and so on (K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, A Fast and Elitist Multiobjective
/// Genetic Algorithm: NSGA-II, IEEE Transactions on Evolutionary Computation 6(2), 2002, section III).
/// </remarks>
public static class DominanceRanking
{
    /// <summary>Returns whether a point dominates another.</summary>
    public static bool Dominates(IReadOnlyList<double> point, IReadOnlyList<double> other)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(other);
        bool isBetter = false;
        for (int i = 0; i < point.Count; i++)
        {
            if (point[i] > other[i])
            {
                return false;
            }

            isBetter |= point[i] < other[i];
        }

        return isBetter;
    }

    /// <summary>Returns the fronts, each the numbers of its points in ascending order.</summary>
    /// <param name="values">The objectives of every point.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Fronts(IReadOnlyList<IReadOnlyList<double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<IReadOnlyList<int>> fronts = [];
        int[] left = [.. Enumerable.Range(0, values.Count)];
        while (left.Length > 0)
        {
            int[] front = [.. left.Where(one => !left.Any(other => Dominates(values[other], values[one])))];
            fronts.Add(front);
            left = [.. left.Except(front)];
        }

        return fronts;
    }

    /// <summary>
    /// Returns the crowding distance of every point of a front: over all objectives the sum of the gaps between its neighbours, each gap as a
    /// share of the front's range; infinite at the ends.
    /// </summary>
    /// <param name="front">The objectives of the front's points.</param>
    public static double[] Crowding(IReadOnlyList<IReadOnlyList<double>> front)
    {
        ArgumentNullException.ThrowIfNull(front);
        double[] distances = new double[front.Count];
        for (int objective = 0; front.Count > 0 && objective < front[0].Count; objective++)
        {
            int[] order = [.. Enumerable.Range(0, front.Count).OrderBy(i => front[i][objective])];
            double range = front[order[^1]][objective] - front[order[0]][objective];
            distances[order[0]] = distances[order[^1]] = double.PositiveInfinity;
            for (int i = 1; i < order.Length - 1 && range > 0; i++)
            {
                distances[order[i]] += (front[order[i + 1]][objective] - front[order[i - 1]][objective]) / range;
            }
        }

        return distances;
    }
}
