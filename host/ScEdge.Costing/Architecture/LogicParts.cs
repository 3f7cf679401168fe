using System;
using System.Collections.Generic;
using System.Numerics;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Quantities;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>Gates of the streams, counters, arithmetic of a lane, and the controller.</summary>
internal static class LogicParts
{
    public static IEnumerable<CircuitPart> Gates(ArchitectureModel circuit)
    {
        if (circuit.Gates.HasFlag(StreamGates.And))
        {
            yield return Gate("AND gates", circuit, static counts => counts.AndOperations, "and-multiplier", 2);
        }

        if (circuit.Gates.HasFlag(StreamGates.Xnor))
        {
            yield return Gate("XNOR gates", circuit, static counts => counts.XnorOperations, "xnor-multiplier", 4);
        }

        if (circuit.Gates.HasFlag(StreamGates.Multiplexer))
        {
            yield return Gate("multiplexers", circuit, static counts => counts.MuxOperations, "mux-adder", 4);
        }
    }

    public static IEnumerable<CircuitPart> Counting(ArchitectureModel circuit)
    {
        int width = BitOperations.Log2((uint)circuit.StreamLength) + 1;
        yield return new("counter flip-flops", CostCategory.Logic, circuit.BitPaths)
        {
            Operations = circuit.HasUpdateCells ? static counts => counts.Reads : static counts => counts.Bits,
            Choices = [new("d-flip-flop", width)],
            Basis = $"{width} bits, clocked per bit read",
        };
        yield return new("counter carry", CostCategory.Logic, circuit.BitPaths * width)
        {
            Operations = static counts => 2 * (counts.CounterIncrements + counts.CounterDecrements),
            Choices = [new("nand2", 6)],
            Basis = "half adder of 6 NAND2; a count changes two bits on average",
        };
    }

    public static IEnumerable<CircuitPart> Arithmetic(ArchitectureModel circuit)
    {
        yield return new("register adders", CostCategory.Logic, circuit.Lanes)
        {
            Operations = static counts => counts.Numbers,
            Choices = [new("adder-int16"), new("adder-int8", 2)],
            Basis = "one addition per number",
        };
        yield return CircuitPart.Of(
            "scalers", CostCategory.Logic, circuit.Lanes, static counts => counts.Numbers, "(1 - mu) v and |U| / (N q)", "scaler");
    }

    public static CircuitPart DriveCodes(ArchitectureModel circuit) => CircuitPart.Of(
        "drive codes", CostCategory.Logic, circuit.ActiveGroups, static counts => counts.Numbers, "logarithm of the wait, per number",
        "drive-code");

    public static IEnumerable<CircuitPart> Control(ArchitectureModel circuit)
    {
        int gates = circuit.ControllerGatesPerCommand;
        yield return CircuitPart.Of(
            "lane control", CostCategory.Logic, circuit.Lanes, static counts => counts.Numbers, "operand, sign, saturation, maximum",
            "lane-control");
        yield return CircuitPart.Of(
            "controller", CostCategory.Logic, circuit.ControllerGates,
            counts => ((2 * counts.LaneCycles) + counts.Reads + counts.Numbers) * gates,
            "gates, in all and per command, are assumptions", "nand2");
    }

    private static CircuitPart Gate(
        string name, ArchitectureModel circuit, Func<OperationCounts, long> operations, string component, int gates) =>
        new(name, CostCategory.Logic, circuit.BitPaths) { Operations = operations, Choices = [new(component), new("nand2", gates)] };
}
