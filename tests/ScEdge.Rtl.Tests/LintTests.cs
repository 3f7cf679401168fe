namespace ScEdge.Rtl.Tests;

public sealed class LintTests
{
    [VerilatorTheory]
    [InlineData("optimizer_lane")]
    [InlineData("quotient_lane")]
    [InlineData("mac_array")]
    public void Lint_Module_IsClean(string module)
    {
        (int code, string output) = Verilator.Lint(module);
        Assert.True(code == 0, output);
    }
}
