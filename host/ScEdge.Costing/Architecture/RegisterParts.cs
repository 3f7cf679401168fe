using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>The registers of weights and momentum, and the wires to them.</summary>
internal static class RegisterParts
{
    public static IEnumerable<CircuitPart> Storage(ArchitectureModel circuit)
    {
        if (circuit.Parameters == 0)
        {
            return [];
        }

        int width = circuit.RegisterBits;
        return circuit.Storage switch
        {
            StorageKind.Registers =>
            [
                CircuitPart.Of(
                    "registers", CostCategory.Storage, circuit.StoredBits, counts => counts.RegisterWrites * width, "clocked when written",
                    "d-flip-flop"),
            ],
            StorageKind.Sram => Sram(circuit, (width + 31) / 32),
            _ => CbramRegisters(circuit, width),
        };
    }

    private static IEnumerable<CircuitPart> Sram(ArchitectureModel circuit, int words)
    {
        yield return new("SRAM cells", CostCategory.Storage, circuit.StoredBits) { Choices = [new("sram-bit")] };
        yield return new("SRAM periphery", CostCategory.Storage, circuit.StoredBits)
        {
            Choices = [new("sram-periphery-bit")],
            Basis = "area per bit",
        };
        yield return CircuitPart.Of(
            "SRAM accesses", CostCategory.Storage, 0, counts => Accesses(counts) * words, "8 KB banks; a write taken as a read", "sram-access-32");
    }

    private static IEnumerable<CircuitPart> CbramRegisters(ArchitectureModel circuit, int width)
    {
        long set = Attojoules.FromJoules(circuit.Preset.MeanSetEnergyJoules(1 - (1.0 / 65536)));
        yield return new("CBRAM registers, SET", CostCategory.Storage, circuit.StoredBits)
        {
            Operations = counts => counts.RegisterWrites * width / 4,
            GeometricAreaSquareMicrometres = circuit.Cell.AreaSquareMicrometres,
            DeviceEnergyAttojoules = _ => set,
            Basis = "p = 1 - 2^-16; a quarter of the bits",
        };
        yield return CircuitPart.OfDevice(
            CircuitParts.StorageReset, CostCategory.Storage, counts => (counts.RegisterWrites * width / 2) - (counts.RegisterWrites * width / 4),
            static cell => cell.ResetAttojoules, "a quarter of the bits");
        yield return CircuitPart.OfDevice(
            "CBRAM registers, read as one", CostCategory.Storage, counts => counts.RegisterReads * width / 2,
            static cell => cell.ReadOneAttojoules, "half of the bits");
        yield return CircuitPart.OfDevice(
            "CBRAM registers, read as zero", CostCategory.Storage, counts => (counts.RegisterReads * width) - (counts.RegisterReads * width / 2),
            static cell => cell.ReadZeroAttojoules, "half of the bits");
    }

    public static IEnumerable<CircuitPart> Wires(ArchitectureModel circuit)
    {
        int width = circuit.RegisterBits;
        if (circuit.WireMillimetres > 0)
        {
            yield return new("wires", CostCategory.Wire, 0)
            {
                Operations = counts => Accesses(counts) * width,
                Choices = [new("wire-bit-millimetre", circuit.WireMillimetres)],
                Basis = $"{circuit.WireMillimetres:G3} mm per bit, an assumption",
            };
        }
    }

    private static long Accesses(OperationCounts counts) => counts.RegisterReads + counts.RegisterWrites;
}
