namespace ScEdge.Rtl.Tests;

public sealed class LintTests
{
    [VerilatorTheory]
    [InlineData("optimizer_lane")]
    [InlineData("quotient_lane")]
    [InlineData("mac_array")]
    public void Lint_Module_IsClean(string module) => Assert.Empty(Verilator.Lint(module));
}
