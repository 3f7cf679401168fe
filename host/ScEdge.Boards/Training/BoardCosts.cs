using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Pricing;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// The price of one counted operation under a cost model, for the account that a board keeps itself.
/// </summary>
/// <remarks>
/// The operations of every part are sums of counts, so the energy of a step is the sum of counts times these prices; the pulses of all rows are
/// priced alike, by the model's distribution of probabilities. Leakage and registers in CBRAM, whose operations are rounded, are not in it. The
/// ledger of the host prices row by row.
/// </remarks>
public static class BoardCosts
{
    /// <summary>Returns the prices; aJ; in the order of <see cref="CountKind"/>.</summary>
    public static IReadOnlyList<long> Of(CostModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. Enumerable.Range(0, MessageLimits.Counts).Select(kind => Price(model, kind))];
    }

    private static long Price(CostModel model, int kind)
    {
        long[] unit = new long[MessageLimits.Counts];
        unit[kind] = 1;
        OperationCounts counts = new();
        CountNames.Add(counts, unit);
        return model.Parts.Sum(part => part.Operations(counts) * part.EnergyAttojoules(model.Cells));
    }
}
