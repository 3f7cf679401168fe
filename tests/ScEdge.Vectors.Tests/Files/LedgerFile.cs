using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Playground.Vectors;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>One row of a ledger under three built-in libraries: what a phase did and what each part took for it.</summary>
internal static class LedgerFile
{
    public const string Name = "ledger-row.jsonl";

    private const int CountKinds = 16;

    // Those whose rows were computed a second time by code of its own.
    private static readonly string[] Libraries = ["tsmc40lp-unarysim", "neurosim45lp", "dally45"];

    public static string Text() => VectorText.JsonLines(Libraries.Select(static name => Row(CostLibraryCatalog.Resolve(name))));

    private static LedgerCase Row(CostLibrary library)
    {
        ArchitectureModel circuit = new()
        {
            Preset = PresetCatalog.Resolve("jo2009"), Lanes = 256, CellGroupCount = 512, CellsPerLane = 32, StreamLength = 32,
            Gates = StreamGates.And, Parameters = 1100,
        };
        CostLedger ledger = new(new CostModel(library, circuit), [new("fc.weight", 1000, 256), new("fc.bias", 100, 256)], ["momentum", "weight"]);
        OperationCounts counts = Counts();
        ledger.Enter(0, 1, counts);
        LedgerRow row = ledger.Rows[1];
        long[] values = new long[CountKinds];
        counts.CopyTo(values);
        IEnumerable<LedgerPart> parts = ledger.Components.Zip(row.EnergiesAttojoules, (component, energy) =>
            new LedgerPart(component.Part.Name, component.Operations(counts), energy));
        return new LedgerCase(
            library.Name, circuit.Preset.Name, circuit.Lanes, circuit.CellGroups, circuit.CellsPerLane, circuit.StreamLength, circuit.Parameters,
            values, [.. parts], row.LeakageAttojoules, row.TotalAttojoules, row.Picoseconds);
    }

    private static OperationCounts Counts() => new()
    {
        Numbers = 1001, Bits = 32032, SetPulses = 30112, Reads = 30112, SetEvents = 1234, ResetPulses = 1234, RandomWords = 9000, LaneCycles = 1001,
        AndOperations = 32000, CounterIncrements = 1177, RegisterReads = 2000, RegisterWrites = 1000,
    };
}
