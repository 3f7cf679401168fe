namespace ScEdge.Training.Runs;

/// <summary>
/// How much of the account of costs a run keeps.
/// </summary>
public enum LedgerDetail
{
    /// <summary>Every step, tensor and phase in ledger.csv and ledger.jsonl, and the sums.</summary>
    Steps,

    /// <summary>The sums only.</summary>
    Totals,

    /// <summary>Nothing.</summary>
    None,
}
