using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Rtl.Tests.Proofs;
using ScEdge.Silicon.Tools;

namespace ScEdge.Cli.Tests;

/// <summary>
/// <c>scedge silicon</c> with the tools themselves, in a cell library of our own.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class SiliconCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SiliconCommandTests() => File.WriteAllText(_folder.At("plain.lib"), PlainCells.Text);

    [SiliconFact]
    public void Silicon_AdderInCellsOfOurOwn_ComputesWhatItShouldAndWritesACostLibrary()
    {
        string[] silicon = "silicon --liberty plain.lib --block adder-int8 --parts analogue45-vtg-1v1 --out made --json".Split(' ');

        JsonElement result = CliProcess.Run(_folder.Path, silicon).AssertExit(0).Json;

        Assert.Empty(JsonSchemaCheck.Mistakes(result, "silicon"));
        JsonElement block = Assert.Single(result.GetProperty("blocks").EnumerateArray());
        Assert.Equal((1000, 0), (block.GetProperty("results_compared").GetInt32(), block.GetProperty("results_different").GetInt32()));
        JsonElement[] modules = [.. block.GetProperty("phases")[0].GetProperty("modules").EnumerateArray()];
        JsonElement register = modules.Single(static one => one.GetProperty("module").GetString() == "result_register");
        JsonElement adder = modules.Single(static one => one.GetProperty("module").GetString() == "arithmetic_unit");

        // Eight flip-flops of 5 um2 and 6 nW; the clock's two edges take 1 fJ and charge a pin of 1 fF at 1 V in each of them.
        Assert.Equal((8, 40.0), (register.GetProperty("cells").GetInt32(), register.GetProperty("area_square_micrometres").GetDouble()));
        Assert.Equal(48e-9, register.GetProperty("leakage_watts").GetDouble(), 1e-15);
        Assert.InRange(register.GetProperty("joules_per_operation").GetDouble(), 8 * 3e-15, 8 * 3.1e-15);
        Assert.True(adder.GetProperty("joules_per_operation_with_delays").GetDouble() > adder.GetProperty("joules_per_operation").GetDouble());

        string[] cost = ["cost", "--library", Path.Combine("made", "cost-library.json"), "--json"];
        Assert.Contains("adder-int8", File.ReadAllText(_folder.At(cost[2])), StringComparison.Ordinal);
        CliProcess.Run(_folder.Path, cost).AssertExit(0);
    }

    public void Dispose() => _folder.Dispose();

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SiliconFactAttribute : FactAttribute
    {
        public SiliconFactAttribute()
        {
            ExternalTool[] tools = [ExternalTool.Yosys, ExternalTool.Icarus, ExternalTool.Verilator];
            string missing = string.Join(", ", tools.Where(static tool => !tool.IsInstalled).Select(static tool => tool.Name));
            Skip = missing.Length > 0 ? missing + " not installed: apt-get install yosys iverilog verilator." : null;
        }
    }
}
