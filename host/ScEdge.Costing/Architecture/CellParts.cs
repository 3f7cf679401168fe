using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>The cells, and the pump and lines that supply them.</summary>
internal static class CellParts
{
    public static IEnumerable<CircuitPart> Cells(ArchitectureModel circuit)
    {
        yield return new("cells, SET", CostCategory.Set, circuit.Cells)
        {
            Operations = static counts => counts.SetPulses,
            GeometricAreaSquareMicrometres = circuit.Cell.AreaSquareMicrometres,
            DeviceEnergyAttojoules = static cell => cell.SetAttojoules,
            Basis = "mean over the distribution of p",
        };
        yield return CircuitPart.OfDevice(
            "cells, RESET", CostCategory.Reset, static counts => counts.ResetPulses, static cell => cell.ResetAttojoules,
            $"V^2/Ron over {circuit.ResetConduction:G3} of the pulse");
        yield return CircuitPart.OfDevice(
            "cells, read as one", CostCategory.Read, static counts => counts.SetEvents, static cell => cell.ReadOneAttojoules,
            "V^2/Ron over the read pulse");
        yield return CircuitPart.OfDevice(
            "cells, read as zero", CostCategory.Read, static counts => counts.Reads - counts.SetEvents, static cell => cell.ReadZeroAttojoules,
            "V^2/Roff over the read pulse");
    }

    public static IEnumerable<CircuitPart> Supply(ArchitectureModel circuit, CellEnergies cells)
    {
        double loss = (1 / circuit.ChargePumpEfficiency) - 1;
        long line = Attojoules.FromJoules(circuit.LineJoules / circuit.ChargePumpEfficiency);
        yield return CircuitPart.OfDevice(
            "charge pump loss, SET", CostCategory.Driver, static counts => counts.SetPulses, cell => Scaled(cell.SetAttojoules, loss),
            "efficiency is an assumption");
        yield return CircuitPart.OfDevice(
            "charge pump loss, RESET", CostCategory.Driver, static counts => counts.ResetPulses, cell => Scaled(cell.ResetAttojoules, loss),
            "efficiency is an assumption");
        yield return CircuitPart.OfDevice(
            "word and bit lines", CostCategory.Driver, static counts => 2 * counts.LaneCycles, _ => line,
            $"{circuit.LineFemtofarads:G3} fF of a lane, charged through the pump for SET and for RESET");
        double milliamperes = circuit.PumpMilliamperes(cells);
        yield return new("charge pump", CostCategory.Driver, 1)
        {
            Choices = [new("charge-pump", milliamperes)],
            Basis = $"{milliamperes:G3} mA while all lanes pulse",
        };
    }

    private static long Scaled(long attojoules, double factor) => Attojoules.FromJoules(attojoules * factor * 1e-18);
}
