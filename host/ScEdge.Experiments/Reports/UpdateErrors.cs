using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Model;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// The errors of stochastic updates against theory, all seeds together: a point per tensor, a bias per phase.
/// </summary>
/// <remarks>
/// Predicted: sqrt(sum of variances / samples); measured: sqrt(sum of squared errors / samples); bias: sum of errors /
/// samples with the bound 5 sqrt(sum of variances) / samples, which an unbiased sum of independent errors keeps.
/// </remarks>
public static class UpdateErrors
{
    /// <summary>Builds the panel, or returns null where nothing was compared.</summary>
    public static UpdateErrorPanel? Of(TrainingOptions options, IReadOnlyList<SeedResult> results)
    {
        UpdateErrorSeries[] series =
        [
            .. results.SelectMany(static result => result.UpdateErrors)
                .Where(static record => record.Samples > 0)
                .GroupBy(static record => record.Phase)
                .Select(phase => Series(options, phase.Key, [.. phase])),
        ];
        return series.Length == 0 ? null : new UpdateErrorPanel(series, "register steps", (int)UpdateErrorProbe.Interval);
    }

    private static UpdateErrorSeries Series(TrainingOptions options, string phase, List<UpdateErrorRecord> records)
    {
        long samples = records.Sum(static record => record.Samples);
        double variance = records.Sum(static record => record.VarianceSum);
        return new UpdateErrorSeries
        {
            Phase = Name(options, phase),
            StreamLength = StreamLength(options, phase),
            Points = [.. records.GroupBy(static record => record.Tensor).Select(static tensor => Point([.. tensor]))],
            Samples = samples,
            Bias = records.Sum(static record => record.ErrorSum) / samples,

            // Updates without any variance have no bound to draw.
            BiasBound = variance > 0 ? 5.0 * Math.Sqrt(variance) / samples : null,
        };
    }

    private static UpdateErrorPoint Point(List<UpdateErrorRecord> records)
    {
        long samples = records.Sum(static record => record.Samples);
        return new UpdateErrorPoint(
            Math.Sqrt(records.Sum(static record => record.VarianceSum) / samples),
            Math.Sqrt(records.Sum(static record => record.SquareSum) / samples));
    }

    private static string Name(TrainingOptions options, string phase)
    {
        string decay = options.WeightDecay > 0 ? " and weight decay" : "";
        return (phase, options.Optimizer) switch
        {
            ("momentum", _) => "Gradient and decay into momentum",
            ("weight", OptimizerKind.ScSgd) => $"Gradient{decay} into weights",
            ("weight", _) => $"Momentum{decay} into weights",
            _ => phase,
        };
    }

    /// <summary>The bits of the streams of a phase, or null where it has streams of different lengths.</summary>
    private static int? StreamLength(TrainingOptions options, string phase)
    {
        (int first, int second) = phase == "momentum"
            ? (options.StreamLengths.Gradient, options.StreamLengths.Decay)
            : (options.StreamLengths.Weight, options.WeightDecay > 0 ? options.StreamLengths.Decay : options.StreamLengths.Weight);
        return first == second ? first : null;
    }
}
