using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ScEdge.Silicon.Liberty;

/// <summary>Writes a cell library as Liberty text, in ns, fF, nW and V, with transitions from 30 to 70 % of the supply.</summary>
/// <remarks>What <see cref="LibertyLibrary.Read"/> reads comes back as it was; cells that it cannot simulate are left out.</remarks>
public static class LibertyWriter
{
    private const string Delay = "delay";
    private const string Energy = "energy";
    private const string LatchNode = "IQ";

    /// <summary>Returns the text.</summary>
    /// <param name="library">The library.</param>
    /// <param name="comment">What it is and where it comes from.</param>
    public static string Write(LibertyLibrary library, string comment)
    {
        ArgumentNullException.ThrowIfNull(library);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""
            /* {{comment}} */
            library ({{library.Name}}) {
              delay_model : table_lookup;
              time_unit : "1ns"; leakage_power_unit : "1nW"; voltage_unit : "1V"; current_unit : "1mA"; pulling_resistance_unit : "1kohm";
              capacitive_load_unit (1, ff);
              nom_process : 1; nom_voltage : {{library.Volts}}; nom_temperature : {{library.Celsius ?? 25}};
              operating_conditions ({{library.Corner}}) { process : 1; voltage : {{library.Volts}}; temperature : {{library.Celsius ?? 25}}; }
              default_operating_conditions : {{library.Corner}};
              slew_lower_threshold_pct_rise : 30; slew_upper_threshold_pct_rise : 70;
              slew_lower_threshold_pct_fall : 30; slew_upper_threshold_pct_fall : 70;
              input_threshold_pct_rise : 50; input_threshold_pct_fall : 50; output_threshold_pct_rise : 50; output_threshold_pct_fall : 50;

            """);
        foreach ((int rows, int columns) in Shapes(library))
        {
            // ABC wants points in the template too, though every table has its own.
            string points = $"index_1 ({Numbers(Points(rows))}); index_2 ({Numbers(Points(columns))}); }}\n";
            text.Append($"  lu_table_template ({Name(Delay, rows, columns)}) {{ variable_1 : input_net_transition; ");
            text.Append($"variable_2 : total_output_net_capacitance; {points}");
            text.Append($"  power_lut_template ({Name(Energy, rows, columns)}) {{ variable_1 : input_transition_time; ");
            text.Append($"variable_2 : total_output_net_capacitance; {points}");
        }

        foreach (LibertyCell cell in library.Cells.Values.Where(static one => one.Unsupported is null))
        {
            WriteCell(text, cell);
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>Rows and columns of all tables, where flat ones have two columns.</summary>
    private static IEnumerable<(int Rows, int Columns)> Shapes(LibertyLibrary library) => library.Cells.Values
        .SelectMany(static cell => cell.Pins)
        .SelectMany(static pin => pin.Arcs.SelectMany(static arc => new[] { arc.Rise, arc.Fall, arc.RiseTransition, arc.FallTransition })
            .Concat(pin.InternalPowers.SelectMany(static power => new[] { power.Rise, power.Fall })))
        .OfType<LookupTable>().Select(static table => (table.First.Count, Columns(table).Count)).Distinct().Order();

    // A table of one column does not depend on the load; one of two columns says the same with the template of two quantities.
    private static IReadOnlyList<double> Columns(LookupTable table) => table.Second.Count == 1 ? [0, 1] : table.Second;

    private static IEnumerable<double> Points(int count) => Enumerable.Range(0, count).Select(static point => (double)point);

    private static string Name(string template, int rows, int columns) => $"{template}_{rows}x{columns}";

    private static void WriteCell(StringBuilder text, LibertyCell cell)
    {
        string Function(BooleanFunction function) => function.ToVerilog(variable => cell.Variables[variable])
            .Replace('~', '!').Replace("1'b", "", StringComparison.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"  cell ({cell.Name}) {{\n    area : {cell.AreaSquareMicrometres}; ");
        text.Append(CultureInfo.InvariantCulture, $"cell_leakage_power : {Number(cell.LeakageNanowatts)};\n");
        if (cell.FlipFlop is { } state)
        {
            text.Append(CultureInfo.InvariantCulture, $"    ff ({state.Variable}, {state.Variable}N) {{ ");
            text.Append(CultureInfo.InvariantCulture, $"next_state : \"{Function(state.NextState)}\"; ");
            text.Append(CultureInfo.InvariantCulture, $"clocked_on : \"{Function(state.Clock)}\"; ");
            text.Append(state.Clear is null ? "" : $"clear : \"{Function(state.Clear)}\"; ");
            text.Append(state.Preset is null ? "}\n" : $"preset : \"{Function(state.Preset)}\"; }}\n");
        }

        if (cell.ClockGate is { } gate)
        {
            text.Append("    clock_gating_integrated_cell : latch_posedge;\n");
            text.Append($"    statetable (\"{gate.Clock} {gate.Enable}\", \"{LatchNode}\") {{ ");
            text.Append("table : \"L L : - : L, L H : - : H, H - : - : N\"; }\n");
            text.Append($"    pin ({LatchNode}) {{ direction : internal; internal_node : \"{LatchNode}\"; }}\n");
        }

        foreach (StateLeakage leakage in cell.StateLeakages)
        {
            text.Append($"    leakage_power () {{ when : \"{Function(leakage.When)}\"; value : {Number(leakage.Nanowatts)}; }}\n");
        }

        foreach (LibertyPin pin in cell.Pins)
        {
            bool isClock = cell.FlipFlop is { } flipFlop && flipFlop.Clock.ToVerilog(variable => cell.Variables[variable]).TrimStart('~') == pin.Name;
            text.Append($"    pin ({pin.Name}) {{\n      direction : {(pin.IsOutput ? "output" : "input")}; ");
            text.Append(pin.IsOutput ? "" : $"capacitance : {Number(pin.CapacitanceFemtofarads)}; ");
            text.Append(isClock ? "clock : true; " : "");
            text.Append(cell.ClockGate is null ? "" : GateAttribute(cell.ClockGate, pin.Name));
            text.Append(pin.Function is null ? "\n" : $"function : \"{Function(pin.Function)}\";\n");
            foreach (TimingArc arc in pin.Arcs)
            {
                WriteArc(text, arc);
            }

            foreach (InternalPower power in pin.InternalPowers)
            {
                text.Append("      internal_power () { ");
                text.Append(power.RelatedPins.Length == 0 ? "" : $"related_pin : \"{string.Join(' ', power.RelatedPins)}\"; ");
                text.Append(power.When is null ? "" : $"when : \"{Function(power.When)}\"; ");
                WriteTable(text, "rise_power", Energy, power.Rise);
                WriteTable(text, "fall_power", Energy, power.Fall);
                text.Append("      }\n");
            }

            text.Append("    }\n");
        }

        text.Append("  }\n");
    }

    private static string GateAttribute(ClockGate gate, string pin) =>
        pin == gate.Clock ? "clock_gate_clock_pin : true; "
        : pin == gate.Enable ? "clock_gate_enable_pin : true; "
        : pin == gate.Output ? $"clock_gate_out_pin : true; state_function : \"{gate.Clock} & {LatchNode}\"; "
        : "";

    private static void WriteArc(StringBuilder text, TimingArc arc)
    {
        bool isSetup = arc.Kind == TimingKind.Setup;
        text.Append($"      timing () {{ related_pin : \"{arc.RelatedPin}\"; ");
        text.Append(isSetup ? "timing_type : setup_rising; " : arc.Kind == TimingKind.ClockToOutput ? "timing_type : rising_edge; " : "");
        text.Append(isSetup ? "" : arc.Sense switch
        {
            TimingSense.PositiveUnate => "timing_sense : positive_unate; ",
            TimingSense.NegativeUnate => "timing_sense : negative_unate; ",
            _ => "timing_sense : non_unate; ",
        });
        WriteTable(text, isSetup ? "rise_constraint" : "cell_rise", Delay, arc.Rise);
        WriteTable(text, isSetup ? "fall_constraint" : "cell_fall", Delay, arc.Fall);
        WriteTable(text, "rise_transition", Delay, arc.RiseTransition);
        WriteTable(text, "fall_transition", Delay, arc.FallTransition);
        text.Append("      }\n");
    }

    private static void WriteTable(StringBuilder text, string type, string template, LookupTable? table)
    {
        if (table is null)
        {
            return;
        }

        if (table.Values.Count == 1)
        {
            text.Append($"{type} (scalar) {{ values (\"{Number(table.Values[0])}\"); }} ");
            return;
        }

        bool isFlat = table.Second.Count == 1;
        IReadOnlyList<double> columns = Columns(table);
        IEnumerable<string> rows = Enumerable.Range(0, table.First.Count).Select(row => Numbers(isFlat
            ? [table.Values[row], table.Values[row]]
            : table.Values.Skip(row * columns.Count).Take(columns.Count)));
        text.Append($"\n        {type} ({Name(template, table.First.Count, columns.Count)}) {{ ");
        text.Append($"index_1 ({Numbers(table.First)}); index_2 ({Numbers(columns)}); ");
        text.Append($"values ({string.Join(", ", rows)}); }} ");
    }

    private static string Numbers(IEnumerable<double> values) => $"\"{string.Join(", ", values.Select(Number))}\"";

    private static string Number(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);
}
