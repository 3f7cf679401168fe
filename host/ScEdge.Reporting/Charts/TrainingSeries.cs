using System.Collections.Generic;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>The runs of one kind of training with the look that they have everywhere on the page.</summary>
/// <param name="Name">Name of the kind.</param>
/// <param name="Style">Colour and marks.</param>
/// <param name="Runs">A run per seed, at least one.</param>
internal sealed record TrainingSeries(string Name, SeriesStyle Style, IReadOnlyList<TrainingRun> Runs)
{
    /// <summary>Lists the kinds that a report has runs of, stochastic training last.</summary>
    public static IReadOnlyList<TrainingSeries> Of(RunReport report)
    {
        List<TrainingSeries> all =
        [
            new("FP32", SeriesStyle.Fp32, report.Fp32Runs),
            new("Fixed point", SeriesStyle.Fixed, report.FixedRuns),
            new("Stochastic", SeriesStyle.Stochastic, report.StochasticRuns),
        ];
        all.RemoveAll(series => series.Runs.Count == 0);
        return all;
    }
}
