namespace ScEdge.Costing.Ledgers;

/// <summary>A tensor whose updates a ledger prices.</summary>
/// <param name="Name">Name; what stands before its last dot is the layer.</param>
/// <param name="Parameters">Parameters, each updated once in a step.</param>
/// <param name="CellGroups">Groups of cells that make its streams.</param>
public sealed record LedgerTensor(string Name, long Parameters, long CellGroups)
{
    /// <summary>Layer to which the tensor belongs.</summary>
    public string Layer => Name.LastIndexOf('.') is > 0 and int dot ? Name[..dot] : Name;
}
