using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Characterisation;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Tests.Spice;

namespace ScEdge.Silicon.Tests.Characterisation;

[Trait("Kind", "Unit")]
public sealed class CellCharacteriserTests
{
    private const string Netlist = """
        * cells
        .SUBCKT INV VDD VSS Y A
        M_1 Y A VSS VSS NMOS_VTL W=1u L=0.1u
        M_2 Y A VDD VDD PMOS_VTL W=2u L=0.1u
        C_1 A VSS 1.5f
        .ENDS
        .SUBCKT NAND VDD VSS A B Y
        M_1 net_0 A VSS VSS NMOS_VTL W=1u L=0.1u
        M_2 Y B net_0 VSS NMOS_VTL W=1u L=0.1u
        M_3 Y A VDD VDD PMOS_VTL W=2u L=0.1u
        M_4 Y B VDD VDD PMOS_VTL W=2u L=0.1u
        .ENDS
        """;

    [Fact]
    public void Netlist_Cells_HaveTheirPortsAndOurTransistors()
    {
        IReadOnlyDictionary<string, CellNetlist> cells = CellNetlist.Read(Netlist);

        Assert.Equal(["INV", "NAND"], cells.Keys);
        Assert.Equal(["VDD", "VSS", "Y", "A"], cells["INV"].Ports);
        Assert.Contains("VSS VSS core_n W=1u", cells["INV"].Text, System.StringComparison.Ordinal);
        Assert.DoesNotContain("NAND", cells["INV"].Text, System.StringComparison.Ordinal);
    }

    [SpiceFact]
    public void Run_InverterAndNand_HaveDelaysEnergiesAndCapacitances()
    {
        using PlainTransistors transistors = new();
        CellCharacteriser characteriser = new(transistors.Runner, PlainTransistors.Corner, CellNetlist.Read(Netlist));

        LibertyLibrary library = characteriser.Run("plain", SmallLibrary.Library, ["INV", "NAND"]);

        // 1.5 fF stand at the input; the load alone takes energy, which is not the cell's. What goes through both transistors while the input
        // changes by a ramp of 12.5 ps is small.
        LibertyCell inverter = library.Cells["INV"];
        LibertyPin output = inverter.Pins.Single(static pin => pin.IsOutput);
        Assert.Equal(1.5, inverter.Pins.Single(static pin => !pin.IsOutput).CapacitanceFemtofarads, 0.05);
        Assert.Equal(0, output.InternalPowers[0].Rise!.At(0.005, 1), 0.3);
        Assert.InRange(inverter.LeakageNanowatts, -0.1, 1);
        TimingArc arc = Assert.Single(output.Arcs);
        Assert.Equal(("A", TimingSense.NegativeUnate), (arc.RelatedPin, arc.Sense));
        Assert.True(arc.Rise!.Values[0] < arc.Rise.Values[2]);
        Assert.Equal(["A", "B"], library.Cells["NAND"].Pins[2].Arcs.Select(static one => one.RelatedPin));
    }
}
