using System;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Tools;

namespace ScEdge.Silicon.Tests.Liberty;

[Trait("Kind", "Unit")]
public sealed class ClockGateTests
{
    private const string Text = """
        library (tiny) {
          time_unit : "1ns"; leakage_power_unit : "1nW"; voltage_unit : "1V"; capacitive_load_unit (1, ff); nom_voltage : 1.0;
          operating_conditions (typical) { process : 1; }
          cell (GATE) {
            area : 4;
            statetable ("C E", "IQ") { table : "L L : - : L, L H : - : H, H - : - : N"; }
            clock_gating_integrated_cell : latch_posedge;
            pin (IQ) { direction : internal; internal_node : "IQ"; }
            pin (C) { direction : input; clock_gate_clock_pin : true; }
            pin (E) { direction : input; clock_gate_enable_pin : true; }
            pin (G) { direction : output; clock_gate_out_pin : true; state_function : "C * IQ"; }
          }
        }
        """;

    [Fact]
    public void Read_ClockGate_IsACellWithPinsThatSynthesisPutsIntoTheCircuit()
    {
        LibertyLibrary library = LibertyLibrary.Read(Text, "tiny.lib");

        LibertyCell gate = library.Cells["GATE"];
        Assert.Equal(new ClockGate("C", "E", "G"), gate.ClockGate);
        Assert.Equal(["C", "E", "G"], gate.Variables);
        Assert.Null(gate.Unsupported);
        LibertyCell again = LibertyLibrary.Read(LibertyWriter.Write(library, "tiny"), "the text").Cells["GATE"];
        Assert.Equal((gate.ClockGate, 3), (again.ClockGate, again.Pins.Count));
        Assert.Contains("GATE gate (.C(clk), .E(enable), .G(gated));", YosysScript.GateText(library)!, StringComparison.Ordinal);
    }

    // A pin of 2 fF that rises and falls at 0.5 V, 1 fJ and 3 fJ inside; what it takes while the gate is open is not in it.
    [Fact]
    public void ShutClockFemtojoules_OfAGate_IsThePinAndBothEdges()
    {
        string text = Text.Replace(
            "pin (C) { direction : input;",
            """
            pin (C) { direction : input; capacitance : 2;
              internal_power () { when : "!E & !G"; rise_power (scalar) { values ("1"); } fall_power (scalar) { values ("3"); } }
              internal_power () { when : "E & !G"; rise_power (scalar) { values ("0"); } fall_power (scalar) { values ("9"); } }
            """, StringComparison.Ordinal);
        LibertyCell gate = LibertyLibrary.Read(text, "tiny.lib").Cells["GATE"];

        Assert.Equal(1 + 3 + (2 * 0.25), gate.ShutClockFemtojoules(0.5)!.Value, 1e-12);
        Assert.Null((gate with { ClockGate = null }).ShutClockFemtojoules(0.5));
    }
}
