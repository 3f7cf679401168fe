using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// The courses of one kind of training, FP32 or stochastic, a run per seed.
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
           where leg is not null && leg.EpochAccuracy.Count > 0
           select new TrainingRun(result.Seed, Points(leg, stepsPerEpoch), leg.EpochAccuracy[^1], leg.Seconds),
    ];

    private static List<CurvePoint> Points(LegResult leg, int stepsPerEpoch)
    {
        SortedDictionary<long, CurvePoint> points = [];
        for (int i = 0; i < leg.Loss.Count; i++)
        {
            long step = (i + 1L) * TrainingLeg.CurveInterval;
            points[step] = new CurvePoint(step, (double)step / stepsPerEpoch, leg.Loss[i]);
        }

        for (int epoch = 1; epoch <= leg.EpochAccuracy.Count; epoch++)
        {
            long step = (long)epoch * stepsPerEpoch;
            points[step] = new CurvePoint(step, epoch, points.GetValueOrDefault(step)?.TrainingLoss, leg.EpochAccuracy[epoch - 1]);
        }

        return [.. points.Values];
    }
}
