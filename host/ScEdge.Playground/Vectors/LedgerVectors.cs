using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Playground.Networks;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Playground.Vectors;

/// <summary>Rows of a ledger: the phase "weight" of a tensor of 1,000 parameters, with one of 100 beside it, part by part.</summary>
internal static class LedgerVectors
{
    private const int Weights = 1000, Biases = 100;

    /// <summary>Returns what is wrong with a row, or null.</summary>
    public static string? Difference(string line)
    {
        LedgerCase one = JsonSerializer.Deserialize(line, VectorJson.Default.LedgerCase)!;
        ArchitectureModel circuit = new()
        {
            Preset = PresetCatalog.Resolve(one.Preset), Lanes = one.Lanes, CellGroupCount = one.CellGroups, CellsPerLane = one.CellsPerLane,
            StreamLength = one.StreamLength, Gates = StreamGates.And, Parameters = one.Parameters,
        };
        CostLedger ledger = new(
            new CostModel(CostLibraryCatalog.Resolve(one.Library), circuit),
            [new("fc.weight", Weights, one.Lanes), new("fc.bias", Biases, one.Lanes)], ["momentum", "weight"]);
        OperationCounts counts = CountValues.Read(one.Counts);
        ledger.Enter(0, 1, counts);
        LedgerRow row = ledger.Rows[1];
        IEnumerable<LedgerPart> parts = ledger.Components.Zip(
            row.EnergiesAttojoules, (component, energy) => new LedgerPart(component.Part.Name, component.Operations(counts), energy));
        LedgerPart? other = parts.Except(one.Parts).Concat(one.Parts.Except(parts)).FirstOrDefault();
        return other is not null ? $"{other.Name}: {other.Operations} operations, {other.Attojoules} aJ under {one.Library}"
            : (row.LeakageAttojoules, row.TotalAttojoules, row.Picoseconds) != (one.LeakageAttojoules, one.TotalAttojoules, one.Picoseconds)
                ? $"another sum under {one.Library}"
            : null;
    }
}
