using System.Collections.Generic;
using System.Text.Json.Serialization;
using ScEdge.Costing.Ledgers;

namespace ScEdge.Training.Runs;

/// <summary>
/// What the training from one seed came to.
/// </summary>
public sealed class SeedResult
{
    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the FP32 training, or null without one.</summary>
    public LegResult? Fp32 { get; init; }

    /// <summary>Gets the training in fixed-point arithmetic, or null without one.</summary>
    public LegResult? Fixed { get; init; }

    /// <summary>Gets the stochastic training, or null without one.</summary>
    public LegResult? Stochastic { get; init; }

    /// <summary>Gets what the stochastic circuits did in updates and passes, by the names of the counts.</summary>
    public Dictionary<string, long> Counts { get; init; } = [];

    /// <summary>Gets what the passes in bit streams did, layer by layer; null for passes in FP32.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PassResult? Passes { get; init; }

    /// <summary>Gets what updates, and passes in bit streams, would cost in silicon; null without a ledger.</summary>
    public LedgerTotals? Cost { get; init; }

    /// <summary>Gets the errors of the stochastic updates by stream.</summary>
    public List<UpdateErrorRecord> UpdateErrors { get; init; } = [];

    /// <summary>Gets the distribution of the trained values by tensor.</summary>
    public List<WeightDistribution> Weights { get; init; } = [];
}
