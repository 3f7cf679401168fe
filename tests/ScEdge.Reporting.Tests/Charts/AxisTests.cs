using System;
using System.Linq;
using ScEdge.Reporting.Charts;

namespace ScEdge.Reporting.Tests.Charts;

[Trait("Kind", "Unit")]
public sealed class AxisTests
{
    [Fact]
    public void LinearCovering_Percentages_TicksAtRoundValues()
    {
        LinearAxis axis = LinearAxis.Covering("", 97.63, 98.91);

        Assert.Equal(["97.5", "98.0", "98.5", "99.0"], axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(97.5, axis.Low);
        Assert.Equal(99, axis.High);
    }

    [Fact]
    public void LinearCovering_BothSigns_UsesARealMinusAndNoNegativeZero()
    {
        Assert.Equal(["-0.2", "0.0", "0.2", "0.4"], LinearAxis.Covering("", -0.2, 0.31).Ticks.Select(tick => tick.Label));
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(0, 1)]
    [InlineData(-3, 4)]
    [InlineData(1e-9, 7.3e-9)]
    [InlineData(0.1, 0.3)]
    [InlineData(-1e12, 3.7e12)]
    [InlineData(99.97, 99.98)]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    [InlineData(-2, -2)]
    [InlineData(1e15, 1e15)]
    [InlineData(1e-300, 2e-300)]
    [InlineData(3, -4)]
    public void LinearCovering_AnyRange_HoldsItWithFewRoundRisingTicks(double low, double high)
    {
        LinearAxis axis = LinearAxis.Covering("", low, high);

        Assert.InRange(axis.Ticks.Count, 2, 8);
        Assert.True(axis.Low <= Math.Min(low, high) && axis.High >= Math.Max(low, high) && axis.Low < axis.High);
        Assert.Equal(axis.Low, axis.Ticks[0].Value);
        Assert.Equal(axis.High, axis.Ticks[^1].Value);
        Assert.Equal(axis.Ticks.Count, axis.Ticks.Select(tick => tick.Label).Distinct().Count());
        double step = (axis.High - axis.Low) / (axis.Ticks.Count - 1);
        double leading = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-6));
        Assert.True(Math.Abs(leading - 1) < 1e-6 || Math.Abs(leading - 2) < 1e-6 || Math.Abs(leading - 5) < 1e-6);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void LinearCovering_NoRange_FallsBackToUnity(double low, double high)
    {
        LinearAxis axis = LinearAxis.Covering("", low, high);

        Assert.Equal((0, 1), (axis.Low, axis.High));
    }

    [Fact]
    public void LinearWithin_Range_KeepsItsEndsAndPutsTicksInside()
    {
        LinearAxis axis = LinearAxis.Within("", -0.73, 0.68);

        Assert.Equal((-0.73, 0.68), (axis.Low, axis.High));
        Assert.Equal(["-0.5", "0.0", "0.5"], axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(0, axis.Fraction(-0.73));
        Assert.Equal(1, axis.Fraction(0.68));
    }

    [Fact]
    public void LogCovering_ShortRange_NamesOnesTwosAndFives()
    {
        Assert.Equal(["0.02", "0.05", "0.1", "0.2"], LogAxis.Covering("", 0.021, 0.15).Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void LogCovering_LongRange_NamesPowersOfTen()
    {
        LogAxis axis = LogAxis.Covering("", 3e-6, 0.4);

        Assert.Equal(["10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"], axis.Ticks.Select(tick => tick.Label));
        Assert.True(axis.Low <= 3e-6 && axis.High >= 0.4);
        Assert.Equal(0.5, axis.Fraction(Math.Sqrt(axis.Low * axis.High)), 12);
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(1, 1)]
    [InlineData(7, 7.1)]
    [InlineData(1e-12, 1e12)]
    [InlineData(1e-5, 1e-3)]
    [InlineData(0, 5)]
    [InlineData(-1, 5)]
    [InlineData(double.NaN, double.NaN)]
    public void LogCovering_AnyRange_HoldsItWithFewTicksInside(double low, double high)
    {
        LogAxis axis = LogAxis.Covering("", low, high);

        Assert.InRange(axis.Ticks.Count, 1, 7);
        Assert.True(axis.Low > 0 && axis.High > axis.Low);
        Assert.All(axis.Ticks, tick => Assert.InRange(axis.Fraction(tick.Value), -1e-9, 1 + 1e-9));
        if (low > 0)
        {
            Assert.True(axis.Low <= low * 1.000001 && axis.High >= high * 0.999999);
        }
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(99.95, 100)]
    [InlineData(0, 0)]
    [InlineData(9.8, 11.35)]
    [InlineData(98.84, 98.84)]
    public void PercentCovering_AnyPercentages_StaysWithinNothingAndAll(double low, double high)
    {
        LinearAxis axis = PercentAxis.Covering("", [low, high, double.NaN]);

        Assert.InRange(axis.Low, 0, low);
        Assert.InRange(axis.High, high, 100);
        Assert.True(axis.High - axis.Low >= 0.299);
    }

    [Fact]
    public void PercentCovering_Nothing_ShowsTheWholeRange()
    {
        LinearAxis axis = PercentAxis.Covering("", []);

        Assert.Equal((0, 100), (axis.Low, axis.High));
    }
}
