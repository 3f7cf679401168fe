using System.Collections.Generic;

namespace ScEdge.Training.Runs;

/// <summary>
/// How far the training from a seed has come: the part of its state that is not tensors.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Epoch">Epoch of the next step.</param>
/// <param name="Batch">Batch of the next step.</param>
/// <param name="Legs">Progress of each leg.</param>
/// <param name="UpdateErrors">Errors of the stochastic updates so far.</param>
public sealed record SeedProgress(
    ulong Seed, int Epoch, int Batch, IReadOnlyList<LegProgress> Legs, IReadOnlyList<UpdateErrorRecord> UpdateErrors);
