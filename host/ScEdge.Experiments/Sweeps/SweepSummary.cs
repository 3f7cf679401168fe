using System.Collections.Generic;
using System.Linq;
using ScEdge.Statistics;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// What the trainings of a point came to, all seeds together.
/// </summary>
public sealed record SweepSummary
{
    /// <summary>Gets the point.</summary>
    public required SweepPoint Point { get; init; }

    /// <summary>Gets the trainings.</summary>
    public required IReadOnlyList<SweepRow> Rows { get; init; }

    /// <summary>Gets the share of test images classified correctly, mean over the seeds.</summary>
    public double TestAccuracy => Test.Mean;

    /// <summary>Gets its sample standard deviation; null for one seed.</summary>
    public double? TestDeviation => Test.StandardDeviation;

    /// <summary>Gets the mean share of validation images classified correctly; null without such images.</summary>
    public double? ValidationAccuracy => Rows.Average(static row => row.ValidationAccuracy);

    /// <summary>Gets the mean energy of a training; aJ; null without a ledger.</summary>
    public double? EnergyAttojoules =>
        Rows.All(static row => row.EnergyAttojoules is not null) ? Rows.Average(static row => row.EnergyAttojoules) : null;

    /// <summary>Gets the mean energy of an update; aJ; null without a ledger.</summary>
    public double? EnergyPerUpdateAttojoules => Rows.All(static row => row.Result.Cost is not null)
        ? Rows.Average(static row => row.Result.Cost!.EnergyPerUpdateAttojoules)
        : null;

    /// <summary>Gets whether no other point is as accurate on the validation images and takes at most the energy, and is better in one.</summary>
    /// <remarks>Test accuracy decides where there are no validation images. Points without a figure are not on the front.</remarks>
    public bool IsOnFront { get; private init; }

    /// <summary>Gets the mean accuracy by which points are compared: on the validation images, on the test images where there are none.</summary>
    public double Accuracy => ValidationAccuracy ?? TestAccuracy;

    private SampleSummary Test => SampleSummary.Of([.. Rows.Select(static row => row.TestAccuracy)])!;

    /// <summary>Sums up points and finds those on the Pareto front.</summary>
    public static IReadOnlyList<SweepSummary> Of(IReadOnlyList<IReadOnlyList<SweepRow>> points)
    {
        SweepSummary[] all = [.. points.Select(static rows => new SweepSummary { Point = rows[0].Training.Point, Rows = rows })];
        HashSet<SweepSummary> front = new(ReferenceEqualityComparer.Instance);
        double reached = double.NegativeInfinity;
        foreach (IGrouping<double?, SweepSummary> same in all.Where(static one => one.EnergyAttojoules is not null)
            .GroupBy(static one => one.EnergyAttojoules).OrderBy(static same => same.Key))
        {
            // From the least energy on: only what is more accurate than all at less is on the front, and of equals in energy the best.
            double best = same.Max(static one => one.Accuracy);
            if (best > reached)
            {
                front.UnionWith(same.Where(one => one.Accuracy == best));
                reached = best;
            }
        }

        return [.. all.Select(one => one with { IsOnFront = front.Contains(one) })];
    }
}
