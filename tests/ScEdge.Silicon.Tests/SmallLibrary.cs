using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Tests;

/// <summary>A library small enough to compute with by hand: an inverter, a NAND, a flip-flop; units that are not those of the program.</summary>
internal static class SmallLibrary
{
    /// <summary>Times in ps, loads in pF, leakage in pW: 1 pF V^2 is 1000 fJ.</summary>
    public const string Text = """
        /* small */
        library (small) {
          time_unit : "1ps"; leakage_power_unit : 1pW; voltage_unit : "1V";
          capacitive_load_unit (1, pf);
          nom_voltage : 2.0; nom_temperature : 25;
          operating_conditions (typical) { process : 1; }
          lu_table_template (delay) {
            variable_1 : input_net_transition; variable_2 : total_output_net_capacitance;
            index_1 ("10, 30"); index_2 ("0.001, 0.003");
          }
          lu_table_template (setup) { variable_1 : related_pin_transition; variable_2 : constrained_pin_transition;
                                     index_1 ("0, 10"); index_2 ("0, 10"); }
          power_lut_template (energy) { variable_1 : input_transition_time; index_1 ("10, 30"); }
          cell (INV) {
            area : 1.5; cell_leakage_power : 4000;
            leakage_power () { when : "!A"; value : 1000; }
            leakage_power () { when : "A"; value : 3000; }
            pin (A) { direction : input; capacitance : 0.001; }
            pin (Y) {
              direction : output; function : "A'";
              timing () {
                related_pin : "A"; timing_sense : negative_unate;
                cell_rise (delay) { values ("100, 300", \
                                            "200, 400"); }
                cell_fall (delay) { values ("50, 150", "100, 200"); }
                rise_transition (delay) { values ("10, 30", "10, 30"); }
                fall_transition (delay) { values ("10, 30", "10, 30"); }
              }
              internal_power () { related_pin : "A"; rise_power (energy) { values ("0.002, 0.004"); } fall_power (scalar) { values ("0.001"); } }
            }
          }
          cell (NAND) {
            area : 2; cell_leakage_power : 2000;
            leakage_power () { when : "A & B"; value : 8000; }
            pin (A) { direction : input; capacitance : 0.002; }
            pin (B) { direction : input; capacitance : 0.002; }
            pin (Y) { direction : output; function : "!(A B)"; }
          }
          cell (DFF) {
            area : 5
            cell_leakage_power : 6000;
            ff (IQ, IQN) { next_state : "D"; clocked_on : "CK"; }
            pin (D) {
              direction : input; capacitance : 0.001;
              timing () {
                related_pin : "CK"; timing_type : setup_rising;
                rise_constraint (setup) { values ("40, 60", "40, 60"); }
                fall_constraint (setup) { values ("20, 20", "20, 20"); }
              }
            }
            pin (CK) {
              direction : input; clock : true; capacitance : 0.003;
              internal_power () { when : "Q"; rise_power (scalar) { values ("0.005"); } fall_power (scalar) { values ("0.003"); } }
              internal_power () { when : "!Q"; rise_power (scalar) { values ("0.004"); } fall_power (scalar) { values ("0.002"); } }
            }
            pin (Q) {
              direction : output; function : "IQ";
              timing () {
                related_pin : "CK"; timing_type : rising_edge; timing_sense : non_unate;
                cell_rise (delay) { values ("500, 700", "500, 700"); }
                cell_fall (delay) { values ("400, 600", "400, 600"); }
                rise_transition (delay) { values ("10, 30", "10, 30"); }
                fall_transition (delay) { values ("20, 40", "20, 40"); }
              }
            }
          }
          cell (LATCH) { area : 3; latch (IQ, IQN) { enable : "G"; data_in : "D"; } pin (G) { direction : input; } pin (D) { direction : input; } }
          cell (BUF) { area : 2; pin (A) { direction : input; capacitance : 0.001; } pin (Y) { direction : output; function : "A"; } }
        }
        """;

    /// <summary>Gets the library.</summary>
    public static LibertyLibrary Library { get; } = LibertyLibrary.Read(Text, "small.lib");
}
