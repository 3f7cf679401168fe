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
    // Clocks of a lane for a number beside its bits (hw-docs/rtl, step_controller): a load, 16 digits of the multiplier, the count into the sum.
    private const int ClocksOfNumber = 18;

    // The ramp that gives cells their voltage: its begin and 64 steps (drive_ramp).
    private const int ClocksOfRamp = 65;

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

    /// <summary>Lists the counters as stream_counter of hw-docs/rtl: flip-flops behind one clock gate that a one or a clearing opens.</summary>
    /// <remarks>
    /// Cleared when a number goes into the sum and when a register is loaded. A zero clocks nothing: bipolar, the N of a stream is taken off when its
    /// count goes into the sum, so that decrements are none of the counter's. The gate is clocked whenever its lane is, for all lanes alike.
    /// </remarks>
    public static IEnumerable<CircuitPart> Counting(ArchitectureModel circuit)
    {
        int width = BitOperations.Log2((uint)circuit.StreamLength) + 1;
        int clocks = ClocksOfNumber + (circuit.HasUpdateCells ? ClocksOfRamp : 0);
        int paths = circuit.SenseAmplifiersPerLane;
        yield return new("counter flip-flops", CostCategory.Logic, circuit.BitPaths)
        {
            Operations = counts => counts.CounterIncrements + (paths * (counts.Numbers + counts.RegisterWrites)),
            Choices = [new("d-flip-flop", width)],
            Basis = $"{width} bits, clocked by ones and when cleared: by a number and a register",
        };
        yield return CircuitPart.Of(
            "counter clock gates", CostCategory.Logic, circuit.BitPaths, counts => counts.Bits + (paths * clocks * counts.Numbers),
            $"a bit a clock, and {clocks} clocks of a lane per number", "clock-gate");
        yield return new("counter carry", CostCategory.Logic, circuit.BitPaths * width)
        {
            Operations = static counts => 2 * counts.CounterIncrements,
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
