using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// The courses of one kind of training, a run per seed.
/// </summary>
public static class TrainingCurves
{
    /// <summary>Builds the runs of the seeds that had such a training.</summary>
    /// <param name="results">Finished seeds.</param>
    /// <param name="pick">Picks the training of a seed, or null.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch.</param>
    public static IReadOnlyList<TrainingRun> Of(
        IReadOnlyList<SeedResult> results, Func<SeedResult, LegResult?> pick, int stepsPerEpoch) =>
    [
        .. from result in results
           let leg = pick(result)
           let test = leg?.Test
           where leg is not null && test is not null
           select Of(result.Seed, leg, stepsPerEpoch),
    ];

    /// <summary>Builds the run of a seed; the accuracy of one that still goes on is not a number.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="leg">What is known of its training.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch.</param>
    public static TrainingRun Of(ulong seed, LegResult leg, int stepsPerEpoch)
    {
        ArgumentNullException.ThrowIfNull(leg);
        return new TrainingRun(seed, Points(leg, stepsPerEpoch), leg.Test?.Accuracy ?? double.NaN, leg.Seconds);
    }

    private static List<CurvePoint> Points(LegResult leg, int stepsPerEpoch)
    {
        SortedDictionary<long, CurvePoint> points = [];
        for (int i = 0; i < leg.Loss.Count; i++)
        {
            long step = (i + 1L) * TrainingLeg.CurveInterval;
            points[step] = new CurvePoint(step, (double)step / stepsPerEpoch, leg.Loss[i]);
        }

        for (int epoch = 1; epoch <= leg.ValidationAccuracy.Count; epoch++)
        {
            long step = (long)epoch * stepsPerEpoch;
            points[step] = new CurvePoint(step, epoch, points.GetValueOrDefault(step)?.TrainingLoss, leg.ValidationAccuracy[epoch - 1]);
        }

        return [.. points.Values];
    }
}
