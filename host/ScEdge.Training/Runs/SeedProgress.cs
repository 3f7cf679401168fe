using System.Collections.Generic;
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
public sealed record SeedProgress(
    ulong Seed, int Epoch, int Batch, IReadOnlyList<LegProgress> Legs, IReadOnlyList<UpdateErrorRecord> UpdateErrors,
    LedgerTotals? Cost);
