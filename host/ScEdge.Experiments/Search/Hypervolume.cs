using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Experiments.Search;

/// <summary>
/// How much of the plane of two objectives some points dominate: one figure for a front.
/// </summary>
/// <remarks>
/// The area between the points and a reference that all surpass (E. Zitzler, L. Thiele, Multiobjective Evolutionary Algorithms: A Comparative Case
/// Study and the Strength Pareto Approach, IEEE Transactions on Evolutionary Computation 3(4), 1999). Objectives are first scaled to 0 for the best
/// and 1 for the worst value of all points that are compared; the reference is 1.1 in both, and the area a share of 1.21, so figures of one scale
/// are from 0 to 1 and comparable with each other alone.
/// </remarks>
public sealed class Hypervolume
{
    private const double Reference = 1.1;

    private readonly double[] _best;
    private readonly double[] _worst;

    /// <summary>Takes the scale of some points.</summary>
    /// <param name="all">All points that are to be compared; two objectives each, to be small.</param>
    public Hypervolume(IReadOnlyList<double[]> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentOutOfRangeException.ThrowIfZero(all.Count);
        _best = [all.Min(static point => point[0]), all.Min(static point => point[1])];
        _worst = [all.Max(static point => point[0]), all.Max(static point => point[1])];
    }

    /// <summary>Returns the share that some of the points dominate, 0 to 1.</summary>
    public double Of(IEnumerable<double[]> points)
    {
        double area = 0;
        double reached = Reference;
        foreach ((double first, double second) in points.Select(point => (Scaled(point, 0), Scaled(point, 1))).Order())
        {
            // From left to right: a point adds the strip between its height and the lowest so far.
            area += Math.Max(0, reached - second) * (Reference - first);
            reached = Math.Min(reached, second);
        }

        return area / (Reference * Reference);
    }

    private double Scaled(double[] point, int objective) => _worst[objective] > _best[objective]
        ? (point[objective] - _best[objective]) / (_worst[objective] - _best[objective])
        : 0;
}
