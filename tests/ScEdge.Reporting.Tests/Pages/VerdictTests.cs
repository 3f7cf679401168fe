using System;
using ScEdge.Reporting.Pages;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Tests.Pages;

[Trait("Kind", "Unit")]
public sealed class VerdictTests
{
    [Theory]
    [InlineData(new[] { 0.1, -0.1, 0.2, -0.05 }, "below FP32", "includes zero")]
    [InlineData(new[] { 0.5, 0.6, 0.7 }, "0.60 points below FP32", "excludes zero")]
    [InlineData(new[] { -0.5, -0.6, -0.7 }, "0.60 points above FP32", "excludes zero")]
    [InlineData(new[] { 0.001, -0.001 }, "exactly where FP32 does", "includes zero")]
    [InlineData(new[] { 0.3 }, "0.30 points below FP32", "One seed")]
    public void Of_Drops_SaysDirectionAndWhetherChanceExplainsIt(double[] drops, string direction, string conclusion)
    {
        string verdict = Verdict.Of(SampleSummary.Of(drops));

        Assert.Contains(direction, verdict, StringComparison.Ordinal);
        Assert.Contains(conclusion, verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoBaseline_ClaimsNothing() => Assert.Contains("cannot say", Verdict.Of(null), StringComparison.Ordinal);
}
