using System;
using System.Collections.Generic;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Statistics;

/// <summary>Accuracy that stochastic training loses against FP32 training of the same seeds.</summary>
public static class AccuracyDrop
{
    /// <summary>Summarises FP32 - stochastic test accuracy over the seeds that both lists hold.</summary>
    /// <remarks>Pairs remove what the two runs of a seed share: initial weights and data order. Positive means a loss.</remarks>
    /// <returns>Mean, deviation and interval in percentage points, or null if no seed is in both lists.</returns>
    public static SampleSummary? InPoints(IReadOnlyList<TrainingRun> fp32, IReadOnlyList<TrainingRun> stochastic)
    {
        ArgumentNullException.ThrowIfNull(fp32);
        ArgumentNullException.ThrowIfNull(stochastic);
        var baseline = new Dictionary<ulong, double>();
        foreach (TrainingRun run in fp32)
        {
            baseline[run.Seed] = run.TestAccuracy;
        }

        var drops = new List<double>();
        foreach (TrainingRun run in stochastic)
        {
            if (baseline.TryGetValue(run.Seed, out double accuracy))
            {
                drops.Add(100 * (accuracy - run.TestAccuracy));
            }
        }

        return SampleSummary.Of(drops);
    }
}
