using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Model;
using ScEdge.Stochastic.Optimizers;
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
                .Select(phase => Series(options, options.Description!, phase.Key, [.. phase])),
        ];
        return series.Length == 0 ? null : new UpdateErrorPanel(series, "register steps", (int)UpdateErrorProbe.Interval);
    }

    private static UpdateErrorSeries Series(TrainingOptions options, OptimizerDescription optimizer, string name, List<UpdateErrorRecord> records)
    {
        PhaseDescription phase = optimizer.Phases.Single(one => one.Name == name);
        bool weightsDecay = options.WeightDecay > 0;
        long samples = records.Sum(static record => record.Samples);
        double variance = records.Sum(static record => record.VarianceSum);
        return new UpdateErrorSeries
        {
            Phase = Name(optimizer, phase, weightsDecay),
            StreamLength = StreamLength(options.StreamLengths, phase, weightsDecay),
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

    private static string Name(OptimizerDescription optimizer, PhaseDescription phase, bool weightsDecay)
    {
        bool byGradients = phase.Quantity == TensorArray.Gradients;
        string quantity = byGradients ? "gradient" : optimizer.Auxiliaries[phase.Quantity - TensorArray.FirstAuxiliary];
        string change = phase.Target != TensorArray.Weights ? $"{quantity} and decay into {phase.Name}"
            : weightsDecay ? $"{quantity} and weight decay into weights"
            : $"{quantity} into weights";
        return char.ToUpperInvariant(change[0]) + change[1..];
    }

    /// <summary>The bits of the streams of a phase, or null where it has streams of different lengths.</summary>
    private static int? StreamLength(StreamLengths lengths, PhaseDescription phase, bool weightsDecay)
    {
        bool movesWeights = phase.Target == TensorArray.Weights;
        int change = movesWeights ? lengths.Weight : lengths.Gradient;
        return !movesWeights || weightsDecay ? change == lengths.Decay ? change : null : change;
    }
}
