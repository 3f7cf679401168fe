using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Pricing;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>Lists every part of a circuit with its instances and, from the counts of a step, its operations.</summary>
public static class ComponentInventory
{
    internal const string StorageReset = "CBRAM registers, RESET";

    /// <summary>Lists the parts.</summary>
    /// <param name="circuit">Circuit.</param>
    /// <param name="counts">What the optimiser did in the step.</param>
    /// <param name="energies">Energies of the cells of the circuit.</param>
    public static IReadOnlyList<ComponentUse> List(
        ArchitectureModel circuit, OperationCounts counts, CellEnergies energies)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(energies);
        return [.. Cells(circuit, counts, energies), .. Periphery(circuit, counts, energies),
            .. Logic(circuit, counts), .. Storage(circuit, counts, energies)];
    }

    private static IEnumerable<ComponentUse> Cells(ArchitectureModel circuit, OperationCounts counts, CellEnergies energies) =>
    [
        new("cells, SET", CostCategory.Set, circuit.Cells, counts.SetPulses)
        {
            GeometricAreaSquareMicrometres = circuit.Cell.AreaSquareMicrometres,
            DeviceEnergyAttojoules = energies.SetAttojoules,
            Basis = "mean over the distribution of p",
        },
        Bodiless("cells, RESET", CostCategory.Reset, counts.ResetPulses, energies.ResetAttojoules, "V^2/Ron over the whole pulse, an upper bound"),
        Bodiless("cells, read as one", CostCategory.Read, counts.SetEvents, energies.ReadOneAttojoules, "V^2/Ron over the read pulse"),
        Bodiless("cells, read as zero", CostCategory.Read, counts.Reads - counts.SetEvents, energies.ReadZeroAttojoules, "V^2/Roff over the read pulse"),
    ];

    private static IEnumerable<ComponentUse> Periphery(ArchitectureModel circuit, OperationCounts counts, CellEnergies energies)
    {
        double loss = (1 / circuit.ChargePumpEfficiency) - 1;
        yield return Bodiless("charge pump loss, SET", CostCategory.Driver, counts.SetPulses, Scaled(energies.SetAttojoules, loss), "efficiency is an assumption");
        yield return Bodiless("charge pump loss, RESET", CostCategory.Driver, counts.ResetPulses, Scaled(energies.ResetAttojoules, loss), "efficiency is an assumption");
        yield return new("charge pump", CostCategory.Driver, 1, 0) { Choices = [new("charge-pump")], HasNoEnergy = true };
        yield return new("DACs", CostCategory.Driver, Groups(circuit.CellLanes, circuit.LanesPerDac), counts.LaneCycles) { Choices = [new("dac")] };
        yield return new("high-voltage drivers", CostCategory.Driver, circuit.CellLanes, 2 * counts.LaneCycles) { Choices = [new("high-voltage-driver")], Basis = "SET and RESET of a lane" };
        yield return new("row drivers, write", CostCategory.Driver, circuit.CellLanes, 2 * counts.LaneCycles) { Choices = [new("row-driver")], Basis = "SET and RESET of a lane; core supply" };
        yield return new("row drivers, read", CostCategory.Driver, 0, counts.Reads) { Choices = [new("row-driver-read")], HasNoBody = true, Basis = "one per bit read" };
        yield return new("decoders", CostCategory.Driver, Groups(circuit.CellLanes, 64), counts.LaneCycles) { Choices = [new("decoder-6-to-64")], Basis = "one per 64 lanes" };
        yield return new("sense amplifiers", CostCategory.Read, circuit.CellLanes * circuit.SenseAmplifiersPerLane, counts.Reads) { Choices = [new("latch-sense-amplifier")] };
    }

    private static IEnumerable<ComponentUse> Logic(ArchitectureModel circuit, OperationCounts counts)
    {
        long bitPaths = (long)circuit.Lanes * circuit.SenseAmplifiersPerLane;
        if (counts.AndOperations > 0)
        {
            yield return new("AND gates", CostCategory.Logic, bitPaths, counts.AndOperations) { Choices = [new("and-multiplier"), new("nand2", 2)] };
        }

        if (counts.XnorOperations > 0)
        {
            yield return new("XNOR gates", CostCategory.Logic, bitPaths, counts.XnorOperations) { Choices = [new("xnor-multiplier"), new("nand2", 4)] };
        }

        if (counts.MuxOperations > 0)
        {
            yield return new("multiplexers", CostCategory.Logic, bitPaths, counts.MuxOperations) { Choices = [new("mux-adder"), new("nand2", 4)] };
        }

        int width = circuit.CounterBits;
        yield return new("counter flip-flops", CostCategory.Logic, bitPaths, counts.Reads) { Choices = [new("d-flip-flop", width)], Basis = $"{width} bits, clocked per bit read" };
        yield return new("counter carry", CostCategory.Logic, bitPaths * width, 2 * (counts.CounterIncrements + counts.CounterDecrements)) { Choices = [new("nand2", 6)], Basis = "half adder of 6 NAND2; a count changes two bits on average" };
        yield return new("register adders", CostCategory.Logic, circuit.Lanes, counts.Numbers) { Choices = [new("adder-int16"), new("adder-int8", 2)], Basis = "one addition per number" };
        long commands = (2 * counts.LaneCycles) + counts.Reads + counts.Numbers;
        yield return new("controller", CostCategory.Logic, circuit.ControllerGates, commands * circuit.ControllerGatesPerCommand) { Choices = [new("nand2")], Basis = "gates, in all and per command, are assumptions" };
    }

    private static IEnumerable<ComponentUse> Storage(ArchitectureModel circuit, OperationCounts counts, CellEnergies energies)
    {
        long accesses = counts.RegisterReads + counts.RegisterWrites;
        int width = Math.Max(circuit.WeightRegisterBits, circuit.MomentumRegisterBits);
        if (circuit.Parameters > 0)
        {
            switch (circuit.Storage)
            {
                case StorageKind.Registers:
                    yield return new("registers", CostCategory.Storage, circuit.StoredBits, counts.RegisterWrites * width) { Choices = [new("d-flip-flop")], Basis = "clocked when written" };
                    break;
                case StorageKind.Sram:
                    int words = (width + 31) / 32;
                    yield return new("SRAM cells", CostCategory.Storage, circuit.StoredBits, 0) { GeometricAreaSquareMicrometres = CellType.SramCellSquareMicrometres, HasNoEnergy = true, Basis = "bit cells only; leakage unknown" };
                    yield return new("SRAM accesses", CostCategory.Storage, 0, accesses * words) { Choices = [new("sram-access-32")], HasNoBody = true, Basis = "8 KB banks; a write taken as a read" };
                    break;
                default:
                    long changed = counts.RegisterWrites * width / 2;
                    long ones = counts.RegisterReads * width / 2;
                    yield return new("CBRAM registers, SET", CostCategory.Storage, circuit.StoredBits, changed / 2) { GeometricAreaSquareMicrometres = circuit.Cell.AreaSquareMicrometres, DeviceEnergyAttojoules = Attojoules.FromJoules(circuit.Preset.MeanSetEnergyJoules(1 - (1.0 / 65536))), Basis = "p = 1 - 2^-16; a quarter of the bits" };
                    yield return Bodiless(StorageReset, CostCategory.Storage, changed - (changed / 2), energies.ResetAttojoules, "a quarter of the bits");
                    yield return Bodiless("CBRAM registers, read as one", CostCategory.Storage, ones, energies.ReadOneAttojoules, "half of the bits");
                    yield return Bodiless("CBRAM registers, read as zero", CostCategory.Storage, (counts.RegisterReads * width) - ones, energies.ReadZeroAttojoules, "half of the bits");
                    break;
            }
        }

        if (circuit.WireMillimetres > 0)
        {
            yield return new("wires", CostCategory.Wire, 0, accesses * width) { Choices = [new("wire-bit-millimetre", circuit.WireMillimetres)], HasNoBody = true, Basis = $"{circuit.WireMillimetres:G3} mm per bit, an assumption" };
        }
    }

    private static ComponentUse Bodiless(string name, CostCategory category, long operations, long attojoules, string basis) =>
        new(name, category, 0, operations) { DeviceEnergyAttojoules = attojoules, HasNoBody = true, Basis = basis };

    private static long Groups(long lanes, long size) => (lanes + size - 1) / size;

    private static long Scaled(long attojoules, double factor) => Attojoules.FromJoules(attojoules * factor * 1e-18);
}
