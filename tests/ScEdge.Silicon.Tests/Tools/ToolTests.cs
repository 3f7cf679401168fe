using System;
using System.Collections.Generic;
using System.IO;
using ScEdge.Input;
using ScEdge.Silicon.Tools;

namespace ScEdge.Silicon.Tests.Tools;

[Trait("Kind", "Unit")]
public sealed class ToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scedge-silicon-");

    [IcarusFact]
    public void CellModels_InTheSimulator_BehaveAsTheirFunctions()
    {
        string models = CellModels.Write(
            [SmallLibrary.Library.Cells["INV"], SmallLibrary.Library.Cells["NAND"], SmallLibrary.Library.Cells["DFF"]], hasUnitDelay: false);
        File.WriteAllText(Path.Combine(_folder.FullName, "cells.v"), models);
        File.WriteAllText(
            Path.Combine(_folder.FullName, "bench.v"),
            """
            module bench;
              reg a = 0, b = 0, clk = 0;
              wire y, n, q;
              INV inverter (.A(a), .Y(y));
              NAND nand_gate (.A(a), .B(b), .Y(n));
              DFF flip_flop (.D(a), .CK(clk), .Q(q));
              initial begin
                #1 $display("%b%b%b", y, n, q);
                a = 1;
                #1 $display("%b%b%b", y, n, q);
                b = 1; clk = 1;
                #1 $display("%b%b%b", y, n, q);
                a = 0;
                #1 $display("%b%b%b", y, n, q);
              end
            endmodule
            """);
        ExternalTool.Icarus.Run(_folder.FullName, ["-g2012", "-o", "bench.vvp", "cells.v", "bench.v"]);

        Assert.Equal("110\n010\n001\n111\n", ExternalTool.Simulator.Run(_folder.FullName, ["-n", "bench.vvp"]));
    }

    [Fact]
    public void Run_MissingTool_NamesItsPackage() => Assert.Equal(
        "no-such-tool cannot be started: install it, on Debian by apt-get install its-package.",
        Assert.Throws<InputException>(() => new ExternalTool("no-such-tool", "its-package").Run(_folder.FullName, [])).Message);

    [Fact]
    public void Script_LibraryWithABuffer_SizesWithItAndLeavesOutWhatIsOutside()
    {
        YosysScript script = new("x.lib", ["a.sv", "b.sv"], "top", new Dictionary<string, int> { ["N"] = 4 }, ["b"], 2.5);
        string text = script.Write(SmallLibrary.Library);

        Assert.Equal("set_driving_cell BUF\nset_load 4\n", YosysScript.Constraints(SmallLibrary.Library));
        Assert.Contains("hierarchy -check -top top -chparam N 4\nrename -top top\n", text, StringComparison.Ordinal);
        Assert.Contains("abc -liberty x.lib -constr abc.constr -D 2500\n", text, StringComparison.Ordinal);
        Assert.Contains("blackbox b\n", text, StringComparison.Ordinal);

        // The library has no cells for constants.
        Assert.DoesNotContain("hilomap", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
