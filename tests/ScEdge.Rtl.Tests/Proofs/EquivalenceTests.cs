using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Silicon.Tools;

namespace ScEdge.Rtl.Tests.Proofs;

/// <summary>
/// Netlists against the modules that they were made of, by Yosys: outputs and next states are the same for all operands and all states, clock gates
/// with their latches in steps of either edge.
/// </summary>
public sealed class EquivalenceTests
{
    private const double Period = 2.5;

    [YosysTheory]
    [InlineData("saturate")]
    [InlineData("population_count", "BITS=8")]
    [InlineData("scale_round")]
    [InlineData("maximum_tree")]
    [InlineData("line_decoder")]
    [InlineData("stream_counter")]
    [InlineData("pulse_timer")]
    [InlineData("drive_sample")]
    [InlineData("drive_ramp")]
    [InlineData("serial_multiplier")]
    [InlineData("quotient_operands")]
    [InlineData("scale_chooser")]
    [InlineData("lfsr_source")]
    [InlineData("sobol_source")]
    public void Netlist_OfAModule_IsEquivalent(string module, params string[] parameters) => AssertEquivalent(module, parameters);

    // An adder tree against another one is beyond the solver at 32 bits. The same tree with a bit and without it is not: the rest is shared.
    [YosysTheory]
    [InlineData(true)]
    [InlineData(false, "i < BITS", "i < BITS - 1")]
    [InlineData(false, "ones + CountBits'(bits[i])", "ones ^ CountBits'(bits[i])")]
    public void Netlist_OfTheCount_RisesByOneWithEveryBit(bool isCount, string from = "", string to = "")
    {
        using ProofFolder folder = new();
        if (!isCount)
        {
            folder.Break("population_count.sv", from, to);
        }

        Synthesise(folder, "population_count", []);

        string? failure = folder.Fails(CountScript());

        Assert.Equal(isCount, failure is null);
        Assert.Equal(isCount, folder.Log.Split("SUCCESS!").Length - 1 == 32);
        Assert.True(isCount || failure!.Contains("proof did fail", StringComparison.Ordinal), failure);
    }

    [YosysTheory(IsLong = true)]
    [InlineData("step_settings")]
    [InlineData("cell_lane")]
    public void Netlist_OfALargerModule_IsEquivalent(string module, params string[] parameters) => AssertEquivalent(module, parameters);

    // A proof that another circuit passes proves nothing.
    [YosysTheory]
    [InlineData("saturate", "16'(-most)", "16'(most)")]
    [InlineData("stream_counter", "ones + 1'b1", "ones + 2'd2")]
    public void Netlist_OfAnotherModule_IsNot(string module, string from, string to)
    {
        using ProofFolder folder = new();
        Dictionary<string, int> parameters = [];
        Synthesise(folder, module, parameters);
        folder.Break(module + ".sv", from, to);

        Assert.NotNull(folder.Fails(Script(module, parameters)));
    }

    private static void AssertEquivalent(string module, string[] parameters)
    {
        using ProofFolder folder = new();
        Dictionary<string, int> values = parameters.Select(static one => one.Split('=')).ToDictionary(
            static one => one[0], static one => int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture));
        Synthesise(folder, module, values);

        Assert.Null(folder.Fails(Script(module, values)));
        Assert.Contains("Equivalence successfully proven!", folder.Log, StringComparison.Ordinal);
    }

    private static void Synthesise(ProofFolder folder, string module, Dictionary<string, int> parameters)
    {
        void Write(string name, string? text) => File.WriteAllText(Path.Combine(folder.Path, name), text ?? "");
        Write("cells.lib", PlainCells.Text);
        Write("cells.v", CellModels.Write(PlainCells.Library.Cells.Values.Where(static cell => cell.Unsupported is null), hasUnitDelay: false));
        Write(YosysScript.ConstraintFile, YosysScript.Constraints(PlainCells.Library));
        Write(YosysScript.GateFile, YosysScript.GateText(PlainCells.Library));
        YosysScript script = new("cells.lib", Sources(), module, parameters, [], Period);
        Assert.Null(folder.Fails(script.Write(PlainCells.Library)));
    }

    private static string Script(string module, Dictionary<string, int> parameters) =>
        $"read_verilog -sv {string.Join(' ', Sources())}\n"
        + $"hierarchy -check -top {module}{string.Concat(parameters.Select(static one => $" -chparam {one.Key} {one.Value}"))}\n"
        + (parameters.Count > 0 ? $"rename -top {module}\n" : "") + "proc\nflatten\nopt_clean\ndesign -stash gold\n"
        + $"read_verilog -sv cells.v {YosysScript.NetlistFile}\nhierarchy -check -top {module}\nproc\nflatten\nopt_clean\ndesign -stash gate\n"
        + $"design -copy-from gold -as gold {module}\ndesign -copy-from gate -as gate {module}\nclk2fflogic\n"
        + "equiv_make gold gate equiv\nhierarchy -top equiv\nequiv_simple -undef\nequiv_induct -undef\nequiv_status -assert\n";

    private static string CountScript() =>
        $"read_verilog -sv cells.v {YosysScript.NetlistFile}\nread_verilog -formal -sv count_proof.sv\ndesign -save read\n"
        + string.Concat(Enumerable.Range(0, 32).Select(static bit =>
            $"design -load read\nhierarchy -check -top count_proof -chparam BIT {bit}\nproc\nflatten\nopt -full\nsat -verify -prove-asserts\n"));

    private static string[] Sources() => [.. Verilator.Sources.Select(Path.GetFileName).OfType<string>()];
}
