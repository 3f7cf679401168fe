using System;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Pages;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Tests.Pages;

[Trait("Kind", "Unit")]
public sealed class VerdictTests
{
    // Ten seeds: the interval is 2.262 standard errors to either side.
    [Theory]
    [InlineData(0.05, 0.05, "0.05 points below FP32", "includes zero", "equivalent by that margin")]
    [InlineData(0.20, 0.05, "0.20 points below FP32", "excludes zero", "not shown to be equivalent")]
    [InlineData(0.10, 0.02, "0.10 points below FP32", "excludes zero", "equivalent by that margin")]
    [InlineData(0.10, 0.10, "0.10 points below FP32", "includes zero", "not shown to be equivalent")]
    [InlineData(-0.60, 0.05, "0.60 points above FP32", "excludes zero", "not shown to be equivalent")]
    [InlineData(0.001, 0.05, "exactly where FP32 does", "includes zero", "equivalent by that margin")]
    public void Of_Drop_SaysDirectionChanceAndEquivalence(double points, double error, string direction, string chance, string equivalence)
    {
        string verdict = Assert.Single(Verdict.Of([new BaselineComparison("FP32", SampleReports.Comparison(points, error, 10))]));

        Assert.Contains(direction, verdict, StringComparison.Ordinal);
        Assert.Contains(chance, verdict, StringComparison.Ordinal);
        Assert.Contains(equivalence, verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneSeed_ClaimsNothingOfOthers()
    {
        string verdict = Assert.Single(Verdict.Of([new BaselineComparison("FP32", SampleReports.Comparison(0.3, 0.1, 1))]));

        Assert.Contains("0.30 points below FP32. One seed says nothing of others", verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("equivalent", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SeedsThatFailed_CountsThemInsteadOfAMean()
    {
        string verdict = Assert.Single(Verdict.Of([new BaselineComparison("fixed point", new AccuracyComparison(5, 0, 2, null, null))]));

        Assert.Contains("failed to learn from 2 of 5 seeds, fixed point from 0", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TwoBaselines_SpeaksOfBoth()
    {
        Assert.Collection(
            Verdict.Of(SampleReports.Full().Comparisons),
            verdict => Assert.Contains("below FP32", verdict, StringComparison.Ordinal),
            verdict => Assert.Contains("below fixed point", verdict, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_NoBaseline_ClaimsNothing() => Assert.Contains("cannot say", Assert.Single(Verdict.Of([])), StringComparison.Ordinal);
}
