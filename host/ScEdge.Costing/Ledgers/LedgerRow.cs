using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Ledgers;

/// <summary>What one phase of one step cost for one tensor.</summary>
public sealed class LedgerRow
{
    internal LedgerRow(LedgerTensor tensor, string phase, int components)
    {
        Tensor = tensor;
        Phase = phase;
        EnergiesAttojoules = new long[components];
    }

    /// <summary>Gets the tensor.</summary>
    public LedgerTensor Tensor { get; }

    /// <summary>Gets the name of the phase.</summary>
    public string Phase { get; }

    /// <summary>Gets what the circuit did.</summary>
    public OperationCounts Counts { get; } = new();

    /// <summary>Gets the dynamic energies in the order of <see cref="CostLedger.Components"/>; aJ. The backing array.</summary>
    public long[] EnergiesAttojoules { get; }

    /// <summary>Gets the leakage energy; aJ; each part's rounded once.</summary>
    public long LeakageAttojoules { get; internal set; }

    /// <summary>Gets the energy of all components and of leakage; aJ.</summary>
    public long TotalAttojoules { get; internal set; }

    /// <summary>Gets the time of the circuit; ps.</summary>
    public long Picoseconds { get; internal set; }
}

/// <summary>A tensor whose updates a ledger prices.</summary>
/// <param name="Name">Name; what stands before its last dot is the layer.</param>
/// <param name="Parameters">Parameters, each updated once in a step.</param>
/// <param name="CellGroups">Groups of cells that make its streams.</param>
public sealed record LedgerTensor(string Name, long Parameters, long CellGroups)
{
    /// <summary>Layer to which the tensor belongs.</summary>
    public string Layer => Name.LastIndexOf('.') is > 0 and int dot ? Name[..dot] : Name;
}
