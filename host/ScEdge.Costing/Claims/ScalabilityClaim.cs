using System;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Workloads;

namespace ScEdge.Costing.Claims;

/// <summary>"A scalable architecture."</summary>
/// <remarks>
/// Lanes and parameters are doubled, each several times. Doubling the lanes is to halve the time of a step and to leave its
/// dynamic energy as it is; doubling the parameters is to double time and energy. What spoils this is that a last round of lanes
/// may be partly idle.
/// </remarks>
public static class ScalabilityClaim
{
    /// <summary>Share by which a doubling may miss the ideal.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Lanes that are compared.</summary>
    public static readonly int[] Lanes = [16, 32, 64, 128, 256, 512, 1024];

    /// <summary>Judges the claim under a library.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">The circuit.</param>
    /// <param name="workload">A step, as measured in training.</param>
    public static ClaimResult Judge(CostLibrary library, ArchitectureModel circuit, UpdateWorkload workload)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(workload);
        CostReport Price(int lanes, int doublings)
        {
            UpdateWorkload larger = workload with { Parameters = workload.Parameters << doublings };
            ArchitectureModel one = circuit with { Lanes = lanes, CellGroupCount = 0, Parameters = larger.Parameters };
            return new CostModel(library, one).Price(larger.ToCounts());
        }

        CostReport[] byLanes = [.. Lanes.Select(lanes => Price(lanes, 0))];
        CostReport[] byParameters = [.. Enumerable.Range(0, 5).Select(doublings => Price(circuit.Lanes, doublings))];
        double worst = byLanes.Zip(byLanes.Skip(1), static (one, two) => Math.Abs((2 * two.Seconds / one.Seconds) - 1))
            .Concat(byParameters.Zip(byParameters.Skip(1), static (one, two) => Math.Abs((two.Seconds / one.Seconds / 2) - 1)))
            .Concat(byParameters.Zip(byParameters.Skip(1), static (one, two) => Math.Abs(((double)two.DynamicAttojoules / (double)one.DynamicAttojoules / 2) - 1)))
            .Max();
        bool sameEnergy = byLanes.All(report => report.DynamicAttojoules == byLanes[0].DynamicAttojoules);
        bool holds = sameEnergy && worst <= Tolerance;
        return new ClaimResult(
            "scalability", "A scalable architecture", null, 100 * worst, "% off the ideal, at worst",
            $"time halves with twice the lanes and doubles with twice the parameters within {100 * worst:G2} %; dynamic energy per update {(sameEnergy ? "is the same" : "changes")} with the lanes",
            library.Name,
            $"{Lanes[0]} to {Lanes[^1]} lanes; {workload.Parameters:N0} to {workload.Parameters << 4:N0} parameters",
            "one controller, charge pump and DAC serve all lanes; the longer wires of a larger circuit are not in the model",
            holds ? "partly idle last rounds only" : $"more than {100 * Tolerance:G2} %",
            holds ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced);
    }
}
