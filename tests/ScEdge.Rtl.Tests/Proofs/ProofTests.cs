using System;

namespace ScEdge.Rtl.Tests.Proofs;

/// <summary>
/// Modules against what they are for (hw-docs/rtl/proofs), for all operands and all sequences, by Yosys' SAT solver: what remembers something by
/// induction over time, clock gates with their latches in steps of either edge.
/// </summary>
public sealed class ProofTests
{
    private const string Operands = "opt -full; sat -verify -prove-asserts";
    private const string Clocks = "opt -full; sat -verify -prove-asserts -tempinduct -maxsteps 8";
    private const string Edges = "clk2fflogic; opt_clean; sat -verify -prove-asserts -tempinduct -maxsteps 12";

    [YosysTheory]
    [InlineData("saturate_proof", "saturate", Operands)]
    [InlineData("scale_proof", "scale_round stream_scale", Operands)]
    [InlineData("maximum_proof", "maximum_tree population_count", Operands)]
    [InlineData("clock_gate_proof", "clock_gate", Edges)]
    [InlineData("counter_proof", "stream_counter clock_gate", Edges)]
    [InlineData("counter_proof", "stream_counter clock_gate", Clocks, "FPGA")]
    [InlineData("serial_multiplier_proof", "serial_multiplier clock_gate", Clocks, "FPGA")]
    public void Module_ForAllOperandsAndSequences_IsWhatItIsFor(string proof, string modules, string method, string define = "ASIC")
    {
        using ProofFolder folder = new();

        Assert.Null(folder.Fails(Script(proof, modules, method, define)));
        Assert.Contains("SUCCESS!", folder.Log, StringComparison.Ordinal);
    }

    // A proof that a wrong circuit passes proves nothing.
    [YosysTheory]
    [InlineData("saturate_proof", "saturate", Operands, "saturate.sv", "16'(-most)", "16'(-most - 1)")]
    [InlineData("scale_proof", "scale_round stream_scale", Operands, "scale_round.sv", "whole + 33'd1", "whole")]
    [InlineData("scale_proof", "scale_round stream_scale", Operands, "stream_scale.sv", "half + 33'd1", "half")]
    [InlineData("maximum_proof", "maximum_tree population_count", Operands, "maximum_tree.sv", "i > 0", "i > 1")]
    [InlineData("clock_gate_proof", "clock_gate", Edges, "clock_gate.sv", "if (!clk)", "if (clk)")]
    [InlineData("counter_proof", "stream_counter clock_gate", Edges, "stream_counter.sv", "clear || one", "one")]
    [InlineData("serial_multiplier_proof", "serial_multiplier clock_gate", Clocks, "serial_multiplier.sv", "digit ?", "!digit ?")]
    public void Module_ThatIsWrong_IsFound(string proof, string modules, string method, string file, string from, string to)
    {
        using ProofFolder folder = new();
        folder.Break(file, from, to);

        Assert.Contains(
            "proof did fail", folder.Fails(Script(proof, modules, method, method == Clocks ? "FPGA" : "ASIC")), StringComparison.Ordinal);
    }

    private static string Script(string proof, string modules, string method, string define) =>
        $"read_verilog -formal -sv -D{define} {modules.Replace(" ", ".sv ", StringComparison.Ordinal)}.sv {proof}.sv\n"
        + $"hierarchy -check -top {proof}\nproc\nflatten\nopt_clean\n{method}\n";
}
