using System;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Tests.FrontEnd;
using ScEdge.FrontEnd;

namespace ScEdge.Entropy.Tests.Cells;

[Trait("Kind", "Unit")]
public sealed class CellDriverTests
{
    [Theory]
    [InlineData(5501)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Set_VoltageBeyondTheLimits_ThrowsWithoutAPulse(int millivolts)
    {
        Bench bench = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Driver.Set(millivolts));
        Assert.Equal(0, bench.FrontEnd.LargestMillivolts);
    }

    [Theory]
    [InlineData(1000, 20_000, 50, 1000, true)]
    [InlineData(1000, 20_000, 50, 1001, false)]
    [InlineData(1000, 10_000, 50, 501, false)]
    [InlineData(1000, 10_000, 50, -501, false)]
    [InlineData(1000, 10_000, 50, 500, true)]
    [InlineData(1000, 20_000, 50, int.MinValue, false)]
    public void AllowsMillivolts_RangeAndCompliance_HoldBoth(
        int maximum, int seriesOhms, int microamperes, int millivolts, bool allowed)
    {
        SafetyLimits limits = new()
        {
            MaximumMillivolts = maximum,
            MinimumMillivolts = -maximum,
            SeriesOhms = seriesOhms,
            MaximumMicroamperes = microamperes,
        };
        Assert.Equal(allowed, limits.AllowsMillivolts(millivolts));
    }

    [Fact]
    public void Constructor_SettingsBeyondTheLimits_Throws()
    {
        AssertRefused((drive, _) => drive.ResetMillivolts = -5501);
        AssertRefused((drive, _) => drive.ResetMillivolts = 100);
        AssertRefused((drive, _) => drive.ReadMillivolts = 6000);
        AssertRefused((drive, limits) => drive.SetWidthNanoseconds = limits.MaximumWidthNanoseconds + 1);
        AssertRefused((drive, _) => drive.ResetWidthNanoseconds = 0);
        AssertRefused((drive, _) => drive.ResetCounts = drive.SetCounts);
        AssertRefused((drive, _) => drive.ResetTries = 0);
        AssertRefused((_, limits) => limits.MaximumMicroamperes = 30);
    }

    [Fact]
    public void TryReset_CellThatNeedsSeveralPulses_IsVerified()
    {
        // The simulated RESET fails one time in twenty; over 2,000 cycles it does, and every cycle still ends verified.
        Bench bench = new(seed: 3);
        Assert.True(bench.Driver.TryReset());
        for (int i = 0; i < 2000; i++)
        {
            Assert.True(bench.Driver.TryDrawBit(4800, out _));
            Assert.InRange(bench.Driver.ReadCounts(), 0, bench.Drive.ResetCounts);
        }

        Assert.InRange(bench.Driver.ResetPulses, bench.Driver.SetEvents + 1, 2 * bench.Driver.SetEvents);
    }

    [Theory]
    [InlineData(CellCondition.Sound, CellFault.None)]
    [InlineData(CellCondition.StuckSet, CellFault.StuckSet)]
    [InlineData(CellCondition.StuckReset, CellFault.StuckReset)]
    [InlineData(CellCondition.Disconnected, CellFault.Disconnected)]
    [InlineData(CellCondition.Reversed, CellFault.Reversed)]
    public void Examine_EveryCondition_IsNamed(CellCondition condition, CellFault fault)
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Bench bench = new(seed: seed);
            bench.FrontEnd[0].Condition = condition;
            Assert.Equal(fault, CellDiagnosis.Examine(bench.Driver, bench.Calibration.HighestMillivolts));
        }
    }

    private static void AssertRefused(Action<CellDriveSettings, SafetyLimits> spoil)
    {
        Bench bench = new();
        spoil(bench.Drive, bench.Limits);
        Assert.Throws<ArgumentException>(() => new CellDriver(bench.FrontEnd, bench.Limits, bench.Drive));
    }
}
