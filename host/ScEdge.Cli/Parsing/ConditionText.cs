using System;
using System.Collections.Generic;
using ScEdge.FrontEnd;

namespace ScEdge.Cli.Parsing;

/// <summary>
/// The words for what is wrong with a simulated cell.
/// </summary>
internal static class ConditionText
{
    /// <summary>Gets the conditions by their words.</summary>
    public static IReadOnlyDictionary<string, CellCondition> All { get; } = new Dictionary<string, CellCondition>(StringComparer.Ordinal)
    {
        ["none"] = CellCondition.Sound,
        ["stuck-set"] = CellCondition.StuckSet,
        ["stuck-reset"] = CellCondition.StuckReset,
        ["disconnected"] = CellCondition.Disconnected,
        ["reversed"] = CellCondition.Reversed,
    };
}
