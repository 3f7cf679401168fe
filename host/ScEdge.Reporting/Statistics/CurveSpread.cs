using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Statistics;

/// <summary>Reduces the curves of several seeds to one mean with a range.</summary>
public static class CurveSpread
{
    /// <summary>Mean, lowest and highest seed along the training.</summary>
    /// <remarks>
    /// Curves with more positions than <paramref name="mostPoints"/> are averaged, seed by seed, over equal stretches of the
    /// epoch axis first: the page stays small and the range still is one of seeds, not of steps. Values that are missing or
    /// not finite are skipped.
    /// </remarks>
    /// <param name="runs">Runs of one kind of training.</param>
    /// <param name="value">Picks the value of a point, or null if it has none.</param>
    /// <param name="mostPoints">Most points in the result, at least 2.</param>
    /// <returns>Points in order of epochs; empty if no run has a value.</returns>
    public static IReadOnlyList<SpreadPoint> OverSeeds(IReadOnlyList<TrainingRun> runs, Func<CurvePoint, double?> value, int mostPoints = 160)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPoints, 2);
        List<(int Seed, double Epoch, double Value)> samples = [];
        for (int seed = 0; seed < runs.Count; seed++)
        {
            foreach (CurvePoint point in runs[seed].Curve)
            {
                if (value(point) is double y && double.IsFinite(y) && double.IsFinite(point.Epoch))
                {
                    samples.Add((seed, point.Epoch, y));
                }
            }
        }

        if (samples.Count == 0)
        {
            return [];
        }

        double first = samples.Min(sample => sample.Epoch);
        double last = samples.Max(sample => sample.Epoch);
        bool few = samples.Select(sample => Position(sample.Epoch)).Distinct().Count() <= mostPoints;
        double Stretch(double epoch) =>
            few ? Position(epoch) : Math.Min(mostPoints - 1, Math.Floor((epoch - first) / (last - first) * mostPoints));
        return [.. samples.GroupBy(sample => Stretch(sample.Epoch)).OrderBy(group => group.Key).Select(Summarise)];
    }

    // Epoch fractions of equal steps may differ in their last bits between runs.
    private static double Position(double epoch) => Math.Round(epoch, 9);

    private static SpreadPoint Summarise(IEnumerable<(int Seed, double Epoch, double Value)> stretch)
    {
        List<(int Seed, double Epoch, double Value)> samples = [.. stretch];
        List<double> seeds = [.. samples.GroupBy(sample => sample.Seed).Select(seed => seed.Average(sample => sample.Value))];
        return new SpreadPoint(samples.Average(sample => sample.Epoch), seeds.Average(), seeds.Min(), seeds.Max());
    }
}

/// <summary>Mean and range over seeds at one position of a training.</summary>
/// <param name="Epoch">Position in passes over the training set.</param>
/// <param name="Mean">Mean over the seeds.</param>
/// <param name="Lowest">Lowest seed.</param>
/// <param name="Highest">Highest seed.</param>
public sealed record SpreadPoint(double Epoch, double Mean, double Lowest, double Highest);
