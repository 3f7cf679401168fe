using System.Collections.Generic;
using System.Text.Json.Serialization;
using ScEdge.Costing.Ledgers;

namespace ScEdge.Training.Runs;

/// <summary>
/// How far the training from a seed has come: the part of its state that is not tensors.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Epoch">Epoch of the next step.</param>
/// <param name="Batch">Batch of the next step.</param>
/// <param name="Legs">Progress of each leg.</param>
/// <param name="UpdateErrors">Errors of the stochastic updates so far.</param>
/// <param name="Cost">What the updates so far would cost in silicon; null without a ledger.</param>
/// <param name="Passes">What the passes in bit streams did so far; null for passes in FP32.</param>
public sealed record SeedProgress(
    ulong Seed, int Epoch, int Batch, IReadOnlyList<LegProgress> Legs, IReadOnlyList<UpdateErrorRecord> UpdateErrors,
    LedgerTotals? Cost, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PassResult? Passes = null);
