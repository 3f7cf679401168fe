using System;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Tests.Cbram;

[Trait("Kind", "Unit")]
public class ElementaryTests
{
    [Fact]
    public void Exp_OverItsRange_AgreesWithTheLibraryTo1e14()
    {
        for (double x = -690.0; x < 690.0; x += 0.0371)
        {
            AssertRelative(Math.Exp(x), Elementary.Exp(x), 2e-14);
        }
    }

    [Fact]
    public void Log_OverManyMagnitudes_AgreesWithTheLibraryTo1e14()
    {
        for (double x = 1e-300; x < 1e300; x *= 1.0937)
        {
            Assert.True(Math.Abs(Elementary.Log(x) - Math.Log(x)) <= 2e-14 * Math.Max(1.0, Math.Abs(Math.Log(x))));
        }
    }

    [Fact]
    public void ExpMinusOne_NearZero_KeepsItsRelativePrecision()
    {
        foreach (double x in new[] { 1e-12, -1e-9, 1e-5, -1e-3, 0.01 })
        {
            // The series itself, to terms far below the tolerance.
            double expected = x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5))))))));
            AssertRelative(expected, Elementary.ExpMinusOne(x), 1e-14 + Math.Abs(Math.Pow(x, 5)));
        }
    }

    [Fact]
    public void LogOnePlus_NearZero_KeepsItsRelativePrecision()
    {
        foreach (double x in new[] { 1e-12, -1e-9, 1e-5, -1e-3 })
        {
            double expected = x * (1 - (x / 2) + (x * x / 3) - (x * x * x / 4) + (x * x * x * x / 5));
            AssertRelative(expected, Elementary.LogOnePlus(x), 1e-14);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void Log_OfNothingPositive_Throws(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementary.Log(x));

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{actual:R} is not {expected:R} to {tolerance}");
}
