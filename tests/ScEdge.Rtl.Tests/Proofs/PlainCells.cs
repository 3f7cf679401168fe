using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Rtl.Tests.Proofs;

/// <summary>
/// Cells of our own, as few as synthesis can do with: five gates, a flip-flop and a clock gate, with figures that mean nothing. With SCEDGE_LIBERTY
/// set the library in that file stands in their place.
/// </summary>
internal static class PlainCells
{
    private const string Variable = "SCEDGE_LIBERTY";

    private const string Head = """
        library (plain) {
          delay_model : table_lookup; time_unit : "1ns"; leakage_power_unit : "1nW"; voltage_unit : "1V"; current_unit : "1mA";
          pulling_resistance_unit : "1kohm"; capacitive_load_unit (1, ff); nom_process : 1; nom_voltage : 1.0; nom_temperature : 25;
          operating_conditions (plain) { process : 1; voltage : 1.0; temperature : 25; }
          default_operating_conditions : plain;
          slew_lower_threshold_pct_rise : 30; slew_upper_threshold_pct_rise : 70;
          slew_lower_threshold_pct_fall : 30; slew_upper_threshold_pct_fall : 70;
          input_threshold_pct_rise : 50; input_threshold_pct_fall : 50; output_threshold_pct_rise : 50; output_threshold_pct_fall : 50;
          lu_table_template (delay) {
            variable_1 : input_net_transition; variable_2 : total_output_net_capacitance; index_1 ("0.01, 0.1"); index_2 ("1, 10");
          }

        """;

    private const string Sequential = """
          cell (DFF) {
            area : 5; cell_leakage_power : 6;
            ff (IQ, IQN) { next_state : "D"; clocked_on : "CK"; }
            pin (D) { direction : input; capacitance : 1; }
            pin (CK) {
              direction : input; capacitance : 1; clock : true;
              internal_power () { rise_power (scalar) { values ("1"); } fall_power (scalar) { values ("1"); } }
            }
            pin (Q) { direction : output; function : "IQ"; }
          }
          cell (GATE) {
            area : 4; cell_leakage_power : 4; clock_gating_integrated_cell : latch_posedge;
            statetable ("CK E", "IQ") { table : "L L : - : L, L H : - : H, H - : - : N"; }
            pin (IQ) { direction : internal; internal_node : "IQ"; }
            pin (CK) { direction : input; capacitance : 1; clock_gate_clock_pin : true; }
            pin (E) { direction : input; capacitance : 1; clock_gate_enable_pin : true; }
            pin (GCK) { direction : output; clock_gate_out_pin : true; state_function : "CK & IQ"; }
          }
        }

        """;

    /// <summary>Gets the library as text.</summary>
    public static string Text { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? LibertyLibrary.ReadText(file) : Own();

    /// <summary>Gets the library.</summary>
    public static LibertyLibrary Library { get; } = LibertyLibrary.Read(Text, "the cells of the proofs");

    private static string Own() => Head
        + Gate("INV", 1, "!A", "negative_unate", "A") + Gate("BUF", 1.5, "A", "positive_unate", "A")
        + Gate("NAND", 1.5, "!(A & B)", "negative_unate", "A", "B") + Gate("NOR", 1.5, "!(A | B)", "negative_unate", "A", "B")
        + Gate("XOR", 3, "A ^ B", "non_unate", "A", "B") + Sequential;

    private static string Gate(string name, double area, string function, string sense, params string[] inputs)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"  cell ({name}) {{ area : {area}; cell_leakage_power : {area};\n");
        text.Append(string.Concat(inputs.Select(static input => $"    pin ({input}) {{ direction : input; capacitance : 1; }}\n")));
        text.Append($"    pin (Y) {{ direction : output; function : \"{function}\"; max_capacitance : 50;\n");
        foreach (string input in inputs)
        {
            text.Append($"      timing () {{ related_pin : \"{input}\"; timing_sense : {sense};\n");
            foreach (string kind in new[] { "cell_rise", "cell_fall", "rise_transition", "fall_transition" })
            {
                text.Append($"        {kind} (delay) {{ values (\"0.02, 0.04\", \"0.03, 0.06\"); }}\n");
            }

            text.Append($"      }}\n      internal_power () {{ related_pin : \"{input}\"; rise_power (scalar) {{ values (\"0.5\"); }} ");
            text.Append("fall_power (scalar) { values (\"0.25\"); } }\n");
        }

        return text.Append("    }\n  }\n").ToString();
    }
}
