using System.Collections.Generic;

namespace ScEdge.Playground.Vectors;

/// <summary>A line of ledger-row.jsonl: a circuit under a cost library, what a phase did, and what each part took for it.</summary>
internal sealed record LedgerCase(
    string Library,
    string Preset,
    int Lanes,
    long CellGroups,
    int CellsPerLane,
    int StreamLength,
    long Parameters,
    IReadOnlyList<long> Counts,
    IReadOnlyList<LedgerPart> Parts,
    long LeakageAttojoules,
    long TotalAttojoules,
    long Picoseconds);

/// <summary>What one part of the circuit did and took.</summary>
internal sealed record LedgerPart(string Name, long Operations, long Attojoules);
