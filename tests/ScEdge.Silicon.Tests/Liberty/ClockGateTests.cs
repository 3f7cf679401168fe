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
}
