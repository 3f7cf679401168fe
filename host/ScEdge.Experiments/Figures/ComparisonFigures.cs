using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Progress;
using ScEdge.Reporting.Fragments;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Figures;

/// <summary>
/// The charts of runs beside each other, as parts of a page.
/// </summary>
public static class ComparisonFigures
{
    private const int MostTradeOffs = 12;

    /// <summary>Draws accuracy and loss of runs, as far as they have come, into the same figures.</summary>
    /// <param name="runs">The runs with the names that the legend gives them.</param>
    /// <param name="id">What the names of the drawings begin with.</param>
    /// <exception cref="Input.InputException">A run cannot be read.</exception>
    public static string Curves(IReadOnlyList<(string Name, FoundRun Run)> runs, string id) => Fragment.Comparison(
        [.. runs.Select(static one => new NamedRuns(one.Name, Leading(new RunWatch(one.Run.Folder).Read())))], id);

    /// <summary>Draws what finished runs with FP32 beside them lose against it, over the energy of their updates; the first twelve.</summary>
    /// <param name="runs">The runs with their names.</param>
    /// <param name="id">What the name of the drawing begins with.</param>
    public static string TradeOffs(IEnumerable<(string Name, FoundRun Run)> runs, string id) => Fragment.TradeOff(
        id + "trade-off",
        [
            .. (from one in runs
                let result = one.Run.Manifest.Result
                where result?.DropFromFp32?.Points is not null && result.Cost is not null
                select new TradeOff(
                    one.Name, result.DropFromFp32!.Points!.Value, result.DropFromFp32.HalfWidth95 ?? 0,
                    result.Cost!.EnergyPerUpdateAttojoules * 1e-6, result.Cost.AreaSquareMicrometres * 1e-6)).Take(MostTradeOffs),
        ]);

    private static IReadOnlyList<TrainingRun> Leading(RunProgress progress) =>
        progress.Curves.StochasticRuns.Count > 0 ? progress.Curves.StochasticRuns : progress.Curves.Fp32Runs;
}
