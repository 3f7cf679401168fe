using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>What stands between cells and logic: converters, drivers, decoders, sense amplifiers.</summary>
internal static class PeripheryParts
{
    public static IEnumerable<CircuitPart> Periphery(ArchitectureModel circuit)
    {
        long active = circuit.ActiveGroups;
        yield return CircuitPart.Of("DACs", CostCategory.Driver, Groups(active, circuit.LanesPerDac), static counts => counts.LaneCycles, "", "dac");
        yield return CircuitPart.Of(
            "samples and holds", CostCategory.Driver, active, static counts => counts.LaneCycles, "hold the voltage of a number", "sample-and-hold");
        yield return CircuitPart.Of(
            "high-voltage drivers", CostCategory.Driver, active, static counts => 2 * counts.LaneCycles, "SET and RESET of a lane",
            "high-voltage-driver");
        yield return CircuitPart.Of(
            "row drivers, write", CostCategory.Driver, active, static counts => 2 * counts.LaneCycles, "SET and RESET of a lane; core supply",
            "row-driver");
        yield return CircuitPart.Of(
            "row drivers, read", CostCategory.Driver, 0, static counts => counts.Reads, "one per bit read", "row-driver-read");
        yield return CircuitPart.Of(
            "decoders", CostCategory.Driver, Groups(circuit.CellGroups, 64), static counts => counts.LaneCycles, "one per 64 groups of cells",
            "decoder-6-to-64");
        yield return CircuitPart.Of(
            "sense amplifiers", CostCategory.Read, active * circuit.SenseAmplifiersPerLane, static counts => counts.Reads, "",
            "latch-sense-amplifier");
    }

    private static long Groups(long lanes, long size) => (lanes + size - 1) / size;
}
