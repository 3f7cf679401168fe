using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Costing.Claims;

/// <summary>"A scalable architecture."</summary>
/// <remarks>
/// Time and energy are linear in lanes and parameters by the model's own formula, which is no test. What trainings can show is whether their
/// counts keep the lanes busy: small tensors and last rounds leave some idle. With trainings that differ in lanes or parameters the time of a
/// lane per update is compared; without them the claim stays an assumption. Longer wires, clock tree, pump and DACs of a larger circuit are in
/// neither.
/// </remarks>
public static class ScalabilityClaim
{
    /// <summary>Share by which the time of a lane per update may differ.</summary>
    public const double Tolerance = 0.1;

    /// <summary>Judges the claim.</summary>
    /// <param name="runs">Trainings.</param>
    public static ClaimResult Judge(IReadOnlyList<ScalingRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        int designs = runs.Select(static run => (run.Lanes, run.Parameters)).Distinct().Count();
        string seen = string.Join(", ", runs.Select(static run => $"{run.Parameters:N0} on {run.Lanes:N0} lanes").Distinct());
        if (designs < 2)
        {
            return Result(
                null, "all trainings have the same lanes and parameters", seen,
                "time and energy are linear in lanes and parameters by the model's own formula", ClaimVerdict.Untested);
        }

        double least = runs.Min(static run => run.LaneSecondsPerUpdate);
        double excess = (runs.Max(static run => run.LaneSecondsPerUpdate) / least) - 1;
        ScalingRun slowest = runs.MaxBy(static run => run.LaneSecondsPerUpdate)!;
        bool holds = excess <= Tolerance;
        return Result(
            100 * excess,
            $"a lane's time per update differs by up to {100 * excess:G2} % between trainings",
            seen,
            $"most on {slowest.Lanes:N0} lanes with {slowest.Parameters:N0} parameters; {100 * Tolerance:G2} % are allowed",
            holds ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced);
    }

    private static ClaimResult Result(double? excess, string obtained, string configuration, string residual, ClaimVerdict verdict) => new(
        "scalability", "A scalable architecture", null, excess, "% more time of a lane", obtained, null, configuration,
        "one controller, charge pump and DAC serve all lanes; the longer wires of a larger circuit are not in the model", residual, verdict);
}

/// <summary>A training, as far as it tells how the architecture scales.</summary>
/// <param name="Lanes">Lanes.</param>
/// <param name="Parameters">Parameters of the network.</param>
/// <param name="Updates">Parameter updates; positive.</param>
/// <param name="Seconds">Time of the circuit by the training's own counts; s.</param>
public sealed record ScalingRun(int Lanes, long Parameters, long Updates, double Seconds)
{
    /// <summary>Time that a lane takes for an update; s; the same for every training if the lanes are always busy.</summary>
    public double LaneSecondsPerUpdate => Seconds * Lanes / Updates;
}
