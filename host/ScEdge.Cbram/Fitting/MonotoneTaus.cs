using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Laws;

namespace ScEdge.Cbram.Fitting;

/// <summary>tau voltage by voltage, falling: neighbours that do not fall are put together.</summary>
internal static class MonotoneTaus
{
    /// <summary>Returns the points of a table.</summary>
    /// <param name="groups">Waits, voltage by voltage in rising order.</param>
    /// <param name="waits">Family and shape of the waits.</param>
    public static IReadOnlyList<TauPoint> Of(IReadOnlyList<VoltageGroup> groups, WaitDistribution waits)
    {
        List<VoltageGroup> pooled = [];
        foreach (VoltageGroup group in groups.Where(static one => one.Switched > 0))
        {
            pooled.Add(group);
            while (pooled.Count > 1 && SeparateTaus.LnTau(pooled[^2], waits) <= SeparateTaus.LnTau(pooled[^1], waits))
            {
                VoltageGroup both = new([.. pooled[^2].Observations, .. pooled[^1].Observations]);
                pooled.RemoveRange(pooled.Count - 2, 2);
                pooled.Add(both);
            }
        }

        return [.. pooled.Select(group => new TauPoint(group.Volts, Math.Exp(SeparateTaus.LnTau(group, waits)), 0))];
    }
}
