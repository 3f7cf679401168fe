using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Tools;

/// <summary>Behaviour of library cells in Verilog, from their functions.</summary>
public static class CellModels
{
    /// <summary>Half a clock of the benches, in units of a gate's delay: more than a path has gates.</summary>
    public const int DelaysPerHalfClock = 1000;

    /// <summary>Returns the models.</summary>
    /// <param name="cells">Cells.</param>
    /// <param name="hasUnitDelay">Whether every output comes one unit after its inputs, so that glitches show; otherwise at once.</param>
    public static string Write(IEnumerable<LibertyCell> cells, bool hasUnitDelay)
    {
        ArgumentNullException.ThrowIfNull(cells);

        // The benches have a half clock of 1.
        StringBuilder text = new("`timescale 1s/1ms\n");
        foreach (LibertyCell cell in cells)
        {
            Write(text, cell, hasUnitDelay ? FormattableString.Invariant($"#{1.0 / DelaysPerHalfClock} ") : "");
        }

        return text.ToString();
    }

    private const string ClockName = "clock_of";

    private static void Write(StringBuilder text, LibertyCell cell, string delay)
    {
        string Name(int variable) => cell.Variables[variable];
        text.Append($"module {cell.Name} ({string.Join(", ", cell.Pins.Select(static pin => (pin.IsOutput ? "output " : "input ") + pin.Name))});\n");
        if (cell.FlipFlop is { } state)
        {
            // Set and reset act on what they hold at once; the clock takes what is there before it.
            string[] edges =
            [
                Edge(ClockName, cell, state.Clock, text), .. Optional("clear_of", state.Clear, cell, text),
                .. Optional("preset_of", state.Preset, cell, text),
            ];

            // Gates do not see that an unknown value is the same at both ends of a detour: flip-flops must begin with some value, as real ones do.
            text.Append($"  reg {state.Variable};\n  initial {state.Variable} = 1'b0;\n  always @({string.Join(" or ", edges)})\n");
            text.Append(state.Clear is null ? "" : $"    if (clear_of) {state.Variable} <= 1'b0; else\n");
            text.Append(state.Preset is null ? "" : $"    if (preset_of) {state.Variable} <= 1'b1; else\n");
            text.Append($"    {state.Variable} <= {state.NextState.ToVerilog(Name)};\n");
        }

        if (cell.ClockGate is { } gate)
        {
            // Without delay, also where other gates have one: a clock tree brings all clocks to the flip-flops at the same time.
            text.Append($"  reg open;\n  initial open = 1'b0;\n  always @({gate.Clock} or {gate.Enable})\n");
            text.Append($"    if (!{gate.Clock}) open = {gate.Enable};\n  assign {gate.Output} = {gate.Clock} & open;\n");
        }

        foreach (LibertyPin pin in cell.Pins.Where(static pin => pin.IsOutput && pin.Function is not null))
        {
            text.Append($"  assign {delay}{pin.Name} = {pin.Function!.ToVerilog(Name)};\n");
        }

        text.Append("endmodule\n");
    }

    private static IEnumerable<string> Optional(string name, BooleanFunction? function, LibertyCell cell, StringBuilder text) =>
        function is null ? [] : [Edge(name, cell, function, text)];

    private static string Edge(string name, LibertyCell cell, BooleanFunction function, StringBuilder text)
    {
        if (function is VariableFunction pin)
        {
            text.Append(name == ClockName ? "" : $"  wire {name} = {cell.Variables[pin.Index]};\n");
            return "posedge " + cell.Variables[pin.Index];
        }

        text.Append($"  wire {name} = {function.ToVerilog(variable => cell.Variables[variable])};\n");
        return "posedge " + name;
    }
}
