namespace ScEdge.Rtl.Tests;

public sealed class LintTests
{
    [VerilatorTheory]
    [InlineData("optimizer_lane")]
    [InlineData("quotient_lane")]
    [InlineData("mac_array")]
    [InlineData("lane_group")]
    [InlineData("lane_group", "-GMULTIPLIER=0", "-GQUOTIENT=0")]
    [InlineData("lane_group", "-DFPGA")]
    [InlineData("mac_float")]
    [InlineData("mac_float", "-GFRACTION=7")]
    [InlineData("mac_int8")]
    [InlineData("arithmetic_unit")]
    [InlineData("arithmetic_unit", "-GOPERATION=1", "-GWIDTH=8")]
    [InlineData("stream_generator", "-GSOURCE=0")]
    [InlineData("stream_generator", "-GSOURCE=1")]
    [InlineData("stream_generator", "-GSOURCE=2")]
    [InlineData("stream_generator", "-GSOURCE=3")]
    public void Lint_Module_IsClean(string module, params string[] options)
    {
        (int code, string output) = Verilator.Lint(module, options);
        Assert.True(code == 0, output);
    }
}
