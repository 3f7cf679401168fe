using System;
using System.Collections.Generic;
using System.Numerics;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>Lists every part of a circuit; the table "Parts" of hw-docs/power-model.md.</summary>
public static class CircuitParts
{
    internal const string StorageReset = "CBRAM registers, RESET";

    /// <summary>Lists the parts.</summary>
    public static IReadOnlyList<CircuitPart> Of(ArchitectureModel circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return [.. Cells(circuit), .. Periphery(circuit), .. Gates(circuit), .. Counting(circuit), .. Storage(circuit), .. Wires(circuit)];
    }

    private static IEnumerable<CircuitPart> Cells(ArchitectureModel circuit) =>
    [
        new("cells, SET", CostCategory.Set, circuit.Cells)
        {
            Operations = static counts => counts.SetPulses,
            GeometricAreaSquareMicrometres = circuit.Cell.AreaSquareMicrometres,
            DeviceEnergyAttojoules = static cell => cell.SetAttojoules,
            Basis = "mean over the distribution of p",
        },
        Bodiless("cells, RESET", CostCategory.Reset, static counts => counts.ResetPulses, static cell => cell.ResetAttojoules, "V^2/Ron over the whole pulse, an upper bound"),
        Bodiless("cells, read as one", CostCategory.Read, static counts => counts.SetEvents, static cell => cell.ReadOneAttojoules, "V^2/Ron over the read pulse"),
        Bodiless("cells, read as zero", CostCategory.Read, static counts => counts.Reads - counts.SetEvents, static cell => cell.ReadZeroAttojoules, "V^2/Roff over the read pulse"),
    ];

    private static IEnumerable<CircuitPart> Periphery(ArchitectureModel circuit)
    {
        double loss = (1 / circuit.ChargePumpEfficiency) - 1;
        yield return Bodiless("charge pump loss, SET", CostCategory.Driver, static counts => counts.SetPulses, cell => Scaled(cell.SetAttojoules, loss), "efficiency is an assumption");
        yield return Bodiless("charge pump loss, RESET", CostCategory.Driver, static counts => counts.ResetPulses, cell => Scaled(cell.ResetAttojoules, loss), "efficiency is an assumption");
        yield return new("charge pump", CostCategory.Driver, 1) { Choices = [new("charge-pump")] };
        yield return new("DACs", CostCategory.Driver, Groups(circuit.ActiveGroups, circuit.LanesPerDac)) { Operations = static counts => counts.LaneCycles, Choices = [new("dac")] };
        yield return new("high-voltage drivers", CostCategory.Driver, circuit.ActiveGroups) { Operations = static counts => 2 * counts.LaneCycles, Choices = [new("high-voltage-driver")], Basis = "SET and RESET of a lane" };
        yield return new("row drivers, write", CostCategory.Driver, circuit.ActiveGroups) { Operations = static counts => 2 * counts.LaneCycles, Choices = [new("row-driver")], Basis = "SET and RESET of a lane; core supply" };
        yield return new("row drivers, read", CostCategory.Driver, 0) { Operations = static counts => counts.Reads, Choices = [new("row-driver-read")], HasNoBody = true, Basis = "one per bit read" };
        yield return new("decoders", CostCategory.Driver, Groups(circuit.CellGroups, 64)) { Operations = static counts => counts.LaneCycles, Choices = [new("decoder-6-to-64")], Basis = "one per 64 groups of cells" };
        yield return new("sense amplifiers", CostCategory.Read, circuit.ActiveGroups * circuit.SenseAmplifiersPerLane) { Operations = static counts => counts.Reads, Choices = [new("latch-sense-amplifier")] };
    }

    private static IEnumerable<CircuitPart> Gates(ArchitectureModel circuit)
    {
        if (circuit.Gates.HasFlag(StreamGates.And))
        {
            yield return new("AND gates", CostCategory.Logic, circuit.BitPaths) { Operations = static counts => counts.AndOperations, Choices = [new("and-multiplier"), new("nand2", 2)] };
        }

        if (circuit.Gates.HasFlag(StreamGates.Xnor))
        {
            yield return new("XNOR gates", CostCategory.Logic, circuit.BitPaths) { Operations = static counts => counts.XnorOperations, Choices = [new("xnor-multiplier"), new("nand2", 4)] };
        }

        if (circuit.Gates.HasFlag(StreamGates.Multiplexer))
        {
            yield return new("multiplexers", CostCategory.Logic, circuit.BitPaths) { Operations = static counts => counts.MuxOperations, Choices = [new("mux-adder"), new("nand2", 4)] };
        }
    }

    private static IEnumerable<CircuitPart> Counting(ArchitectureModel circuit)
    {
        int width = BitOperations.Log2((uint)circuit.StreamLength) + 1;
        int gates = circuit.ControllerGatesPerCommand;
        yield return new("counter flip-flops", CostCategory.Logic, circuit.BitPaths) { Operations = static counts => counts.Reads, Choices = [new("d-flip-flop", width)], Basis = $"{width} bits, clocked per bit read" };
        yield return new("counter carry", CostCategory.Logic, circuit.BitPaths * width) { Operations = static counts => 2 * (counts.CounterIncrements + counts.CounterDecrements), Choices = [new("nand2", 6)], Basis = "half adder of 6 NAND2; a count changes two bits on average" };
        yield return new("register adders", CostCategory.Logic, circuit.Lanes) { Operations = static counts => counts.Numbers, Choices = [new("adder-int16"), new("adder-int8", 2)], Basis = "one addition per number" };
        yield return new("controller", CostCategory.Logic, circuit.ControllerGates) { Operations = counts => ((2 * counts.LaneCycles) + counts.Reads + counts.Numbers) * gates, Choices = [new("nand2")], Basis = "gates, in all and per command, are assumptions" };
    }

    private static IEnumerable<CircuitPart> Storage(ArchitectureModel circuit)
    {
        int width = circuit.RegisterBits;
        if (circuit.Parameters == 0)
        {
            yield break;
        }

        switch (circuit.Storage)
        {
            case StorageKind.Registers:
                yield return new("registers", CostCategory.Storage, circuit.StoredBits) { Operations = counts => counts.RegisterWrites * width, Choices = [new("d-flip-flop")], Basis = "clocked when written" };
                break;
            case StorageKind.Sram:
                int words = (width + 31) / 32;
                yield return new("SRAM cells", CostCategory.Storage, circuit.StoredBits) { GeometricAreaSquareMicrometres = CellType.SramCellSquareMicrometres, Basis = "bit cells only; leakage unknown" };
                yield return new("SRAM accesses", CostCategory.Storage, 0) { Operations = counts => Accesses(counts) * words, Choices = [new("sram-access-32")], HasNoBody = true, Basis = "8 KB banks; a write taken as a read" };
                break;
            default:
                long set = Attojoules.FromJoules(circuit.Preset.MeanSetEnergyJoules(1 - (1.0 / 65536)));
                yield return new("CBRAM registers, SET", CostCategory.Storage, circuit.StoredBits) { Operations = counts => counts.RegisterWrites * width / 4, GeometricAreaSquareMicrometres = circuit.Cell.AreaSquareMicrometres, DeviceEnergyAttojoules = _ => set, Basis = "p = 1 - 2^-16; a quarter of the bits" };
                yield return Bodiless(StorageReset, CostCategory.Storage, counts => (counts.RegisterWrites * width / 2) - (counts.RegisterWrites * width / 4), static cell => cell.ResetAttojoules, "a quarter of the bits");
                yield return Bodiless("CBRAM registers, read as one", CostCategory.Storage, counts => counts.RegisterReads * width / 2, static cell => cell.ReadOneAttojoules, "half of the bits");
                yield return Bodiless("CBRAM registers, read as zero", CostCategory.Storage, counts => (counts.RegisterReads * width) - (counts.RegisterReads * width / 2), static cell => cell.ReadZeroAttojoules, "half of the bits");
                break;
        }
    }

    private static IEnumerable<CircuitPart> Wires(ArchitectureModel circuit)
    {
        int width = circuit.RegisterBits;
        if (circuit.WireMillimetres > 0)
        {
            yield return new("wires", CostCategory.Wire, 0) { Operations = counts => Accesses(counts) * width, Choices = [new("wire-bit-millimetre", circuit.WireMillimetres)], HasNoBody = true, Basis = $"{circuit.WireMillimetres:G3} mm per bit, an assumption" };
        }
    }

    private static CircuitPart Bodiless(
        string name, CostCategory category, Func<OperationCounts, long> operations, Func<CellEnergies, long> attojoules, string basis) =>
        new(name, category, 0) { Operations = operations, DeviceEnergyAttojoules = attojoules, HasNoBody = true, Basis = basis };

    private static long Accesses(OperationCounts counts) => counts.RegisterReads + counts.RegisterWrites;

    private static long Groups(long lanes, long size) => (lanes + size - 1) / size;

    private static long Scaled(long attojoules, double factor) => Attojoules.FromJoules(attojoules * factor * 1e-18);
}
