using System;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Tests.FrontEnd;
using ScEdge.FrontEnd;
using Xunit.Abstractions;

namespace ScEdge.Entropy.Tests.Calibration;

public sealed class CellCalibratorTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData("jo2009", 1024, 1)]
    [InlineData("jo2009", 1024, 2)]
    [InlineData("jo2009", 2048, 3)]
    [InlineData("gaba2013", 1024, 4)]
    [InlineData("gaba2013", 2048, 5)]
    public void Calibrate_SoundCell_KeepsEveryProbabilityWithinItsBound(string preset, int tolerance, int seed)
    {
        Bench bench = new(preset, seed: seed, tolerance: tolerance);
        CellCalibrator calibrator = new(bench.Driver, bench.Calibration);
        Assert.Equal(CellFault.None, calibrator.Calibrate(0, out CalibrationTable table));
        double largest = 0;
        for (uint probability = 512; probability < 65536; probability += 512)
        {
            double wanted = probability / 65536.0;
            double error = Math.Abs(bench.TrueProbability(0, table.MillivoltsFor(probability)) - wanted);
            Assert.InRange(error, 0, table.Bound(probability) / 65536.0);
            largest = Math.Max(largest, error);
            if (probability is >= 4096 and <= 61440)
            {
                // Between nodes an octave of p or less apart, the steepness of p over ln h grows at most twofold.
                Assert.InRange(table.Bound(probability), tolerance, 2 * tolerance);
            }
        }

        // Every judgement that cannot decide costs at most z^2 p (1 - p) / (tolerance / 2)^2 bits, doubled by the steps of the looks;
        // 13 halvings separate the range of voltages from one millivolt.
        double worst = 0;
        for (int node = 0; node < CalibrationTable.NodeCount; node++)
        {
            double p = CalibrationTable.Target(node) / 65536.0;
            worst += 13 * 2 * 25 * p * (1 - p) / Math.Pow(tolerance / 131072.0, 2);
        }

        Assert.InRange(bench.Driver.SetPulses, 1, (long)worst);
        Assert.InRange(calibrator.Judgements, 1, 1000);
        output.WriteLine(
            $"{preset}, tolerance {tolerance}/65536: {bench.Driver.SetPulses} SET pulses, {bench.Driver.ResetPulses} RESET pulses, "
            + $"{calibrator.Judgements} judgements, largest error {largest:F4}");
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(CellCondition.StuckSet, CellFault.StuckSet)]
    [InlineData(CellCondition.StuckReset, CellFault.StuckReset)]
    [InlineData(CellCondition.Disconnected, CellFault.Disconnected)]
    [InlineData(CellCondition.Reversed, CellFault.Reversed)]
    public void Calibrate_FaultyCell_NamesTheFault(CellCondition condition, CellFault fault)
    {
        Bench bench = new();
        bench.FrontEnd[0].Condition = condition;
        Assert.Equal(fault, new CellCalibrator(bench.Driver, bench.Calibration).Calibrate(0, out CalibrationTable table));
        Assert.Null(table);
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Advance_SlicesOfAnyLength_GiveTheSamePulsesAndTable(int bits)
    {
        Bench whole = new(seed: 6, tolerance: 2048);
        CellCalibrator reference = new(whole.Driver, whole.Calibration);
        reference.Calibrate(0, out CalibrationTable expected);
        Bench sliced = new(seed: 6, tolerance: 2048);
        CellCalibrator calibrator = new(sliced.Driver, sliced.Calibration);
        calibrator.Begin(0);
        int nodes = 0;
        while (!calibrator.Advance(bits))
        {
            Assert.InRange(calibrator.NodesDone, nodes, CalibrationTable.NodeCount - 1);
            nodes = calibrator.NodesDone;
        }

        Assert.Equal((reference.SetPulses, reference.ResetPulses, reference.Judgements),
            (calibrator.SetPulses, calibrator.ResetPulses, calibrator.Judgements));
        Assert.Equal(whole.Driver.SetPulses, calibrator.SetPulses);
        for (int node = 0; node < CalibrationTable.NodeCount; node++)
        {
            Assert.Equal(expected.MillivoltsOfNode(node), calibrator.Table.MillivoltsOfNode(node));
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Calibrate_RangeEndsTooLow_SaysOutOfRange()
    {
        // 4.2 V still sets a cell within the eight pulses of the examination, but not with probability 15/16.
        Bench bench = new();
        bench.Calibration.HighestMillivolts = 4200;
        CellFault fault = new CellCalibrator(bench.Driver, bench.Calibration).Calibrate(0, out _);
        Assert.Equal(CellFault.OutOfRange, fault);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Calibrate_DriveOfFewBits_SaysTooCoarse()
    {
        Bench fine = new();
        SimulatedFrontEnd coarse = new(ScEdge.Cbram.Presets.PresetCatalog.Find("jo2009"), 1, 7) { DacBits = 7 };
        CellDriver driver = new(coarse, fine.Limits, fine.Drive);
        CellFault fault = new CellCalibrator(driver, fine.Calibration).Calibrate(0, out _);
        Assert.Equal(CellFault.DriveTooCoarse, fault);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Constructor_RangeBeyondTheLimits_Throws()
    {
        Bench bench = new();
        bench.Calibration.HighestMillivolts = 5501;
        Assert.Throws<ArgumentException>(() => new CellCalibrator(bench.Driver, bench.Calibration));
    }
}
