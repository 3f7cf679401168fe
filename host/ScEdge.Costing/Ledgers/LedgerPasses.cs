using System.Collections.Generic;
using ScEdge.Costing.Pricing;

namespace ScEdge.Costing.Ledgers;

/// <summary>The passes whose products a ledger prices before the updates.</summary>
/// <param name="Model">Circuit of the passes, under the library of the updates.</param>
/// <param name="Names">Names of the passes, in order.</param>
/// <param name="Tensors">Indices of the tensors that are multiplied with.</param>
/// <param name="Cells">Cells of one tensor by pass; 0 where none take part.</param>
public sealed record LedgerPasses(CostModel Model, IReadOnlyList<string> Names, IReadOnlyList<int> Tensors, IReadOnlyList<long> Cells);
