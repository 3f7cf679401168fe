using System;
using System.Globalization;
using ScEdge.Cbram;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.FrontEnd;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Entropy.Tests.Calibration;

/// <summary>What a calibration of the simulated front end sees of each effect, and mends.</summary>
[Trait("Kind", "Statistical")]
public sealed class DeviceEffectTests
{
    private const int Tolerance = 2048;

    [Theory]
    [InlineData(0.01, 0.0, 0.0)]
    [InlineData(0.02, 0.0, 0.0)]
    [InlineData(0.0, 0.01, 0.0)]
    [InlineData(0.0, 0.05, 0.0)]
    [InlineData(0.0, 0.0, 0.3)]
    [InlineData(0.0, 0.0, 0.5)]
    public void Calibrate_CellsThatRelaxAreDisturbedOrDeviate_MendsIt(double relaxation, double disturb, double deviation)
    {
        SimulatedBench bench = Bench(PresetCatalog.Find("jo2009"), 1);
        bench.FrontEnd[0].Relaxation = relaxation;
        bench.FrontEnd[0].ReadDisturb = disturb;
        bench.FrontEnd[0].CycleToCycle = deviation;
        AssertWithinBound(bench, Calibrated(bench, 0), 0);
    }

    [Fact]
    public void Calibrate_CellsThatRelaxMoreThanTheToleranceTells_ExceedsItsBound()
    {
        // At most 0.96 of ones, which is 15/16 within 1/32: the last node may stand anywhere in saturation, and draws those below it along.
        SimulatedBench bench = Bench(PresetCatalog.Find("jo2009"), 1);
        bench.FrontEnd[0].Relaxation = 0.04;
        CalibrationTable table = Calibrated(bench, 0);
        const uint Between = 59392; // Half way from 7/8 to 15/16.
        Assert.InRange(bench.TrueProbability(0, table.MillivoltsFor(Between)), (Between + table.Bound(Between)) / 65536.0, 0.96);
    }

    /// <summary>No voltage makes 15/16 of ones within 1/32 where a tenth of them are lost, nor 1/16 where 12 in a hundred are false.</summary>
    [Theory]
    [InlineData(0.1, 0.0)]
    [InlineData(0.0, 0.12)]
    public void Calibrate_CellsThatRelaxOrAreDisturbedTooOften_SaysOutOfRange(double relaxation, double disturb)
    {
        SimulatedBench bench = Bench(PresetCatalog.Find("jo2009"), 2);
        bench.FrontEnd[0].Relaxation = relaxation;
        bench.FrontEnd[0].ReadDisturb = disturb;
        Assert.Equal(CellFault.OutOfRange, new CellCalibrator(bench.Driver, bench.Calibration).Calibrate(0, out _));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Calibrate_CellsThatRemember_MendsTheShareOfOnesAndLeavesTheMemory(double residual)
    {
        const uint Half = 32768;
        SimulatedBench bench = Bench(PresetCatalog.Find("jo2009"), 7);
        bench.FrontEnd[0].ResidualFilament = residual;
        CalibrationTable table = Calibrated(bench, 0);
        AssertWithinBound(bench, table, 0);
        int millivolts = table.MillivoltsFor(Half);
        double afterZero = bench.FrontEnd.SetProbability(0, millivolts, bench.Drive.SetWidthNanoseconds, hasSwitched: false);
        double afterOne = bench.FrontEnd.SetProbability(0, millivolts, bench.Drive.SetWidthNanoseconds, hasSwitched: true);
        Assert.InRange(afterOne - afterZero, 0.3 * residual, 0.4 * residual);
    }

    [Theory]
    [InlineData(12, CellFault.None)]
    [InlineData(11, CellFault.None)]
    [InlineData(10, CellFault.None)]
    [InlineData(9, CellFault.DriveTooCoarse)]
    public void Calibrate_CoarseDrive_MendsItOrSaysSo(int bits, CellFault fault)
    {
        SimulatedBench bench = Bench(PresetCatalog.Find("jo2009"), 8);
        bench.FrontEnd.DacBits = bits;
        Assert.Equal(fault, new CellCalibrator(bench.Driver, bench.Calibration).Calibrate(0, out CalibrationTable table));
        if (table is not null)
        {
            AssertWithinBound(bench, table, 0);
        }
    }

    [Fact]
    public void Calibrate_DropAlongTheLine_MendsEveryPlace()
    {
        SimulatedBench bench = Bench(PresetCatalog.Find("jo2009"), 3, cells: 8);
        for (int cell = 0; cell < 8; cell++)
        {
            bench.FrontEnd[cell].DriftVolts = 0.1 * cell / 7;
            AssertWithinBound(bench, Calibrated(bench, cell), cell);
        }
    }

    [Theory]
    [InlineData(WaitFamily.Weibull, 0.8)]
    [InlineData(WaitFamily.Weibull, 1.2)]
    [InlineData(WaitFamily.Lognormal, 1.2)]
    [InlineData(WaitFamily.Gamma, 2.0)]
    public void Calibrate_WaitsOfAnotherFamily_MendsThemBetweenItsNodes(WaitFamily family, double shape)
    {
        CbramPreset preset = PresetCatalog.Find("jo2009") with
        {
            WaitFamily = family, WaitShape = new PresetFigure(shape, "", "a test", Confidence.Assumption),
        };
        SimulatedBench bench = Bench(preset, 4);
        AssertWithinBound(bench, Calibrated(bench, 0), 0);
    }

    [Theory]
    [InlineData("0.010")]
    [InlineData("0.015")]
    [InlineData("0.020")]
    public void Calibrate_DriftingDrive_HoldsTheBiasForTheForecastInterval(string drift)
    {
        const double Bias = 1.0 / 32;
        const int Seeds = 30;
        const uint Wanted = 41427; // 1 - 1/e, where drift moves p most.
        CbramPreset preset = PresetCatalog.Find("jo2009").WithNonidealities(Nonidealities.Parse([$"drive-drift={drift}"]));
        double volts = double.Parse(drift, CultureInfo.InvariantCulture);
        int interval = Math.Min(DriftForecast.LongestInterval(preset, Bias), DriftForecast.MemorySteps);
        double forecast = DriftForecast.Bias(preset, interval);
        double sum = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            SimulatedBench bench = Bench(preset, 100 + seed);
            uint first = (uint)(seed * 1237 % DriftForecast.MemorySteps);
            bench.FrontEnd[0].DriftVolts = -volts * At(seed, first);
            CalibrationTable table = Calibrated(bench, 0);
            int millivolts = table.MillivoltsFor(Wanted);
            double before = bench.TrueProbability(0, millivolts);
            bench.FrontEnd[0].DriftVolts = -volts * At(seed, first + (uint)interval);
            double change = bench.TrueProbability(0, millivolts) - before;
            sum += change * change;
            AssertWithinBound(bench, Calibrated(bench, 0), 0);
        }

        // Thirty squares; a change of a normal law: five deviations of their mean, and a tenth for the bend of p over V.
        double root = Math.Sqrt(sum / Seeds);
        Assert.InRange(root, 0, 1.1 * forecast * Math.Sqrt(1 + (5 * Math.Sqrt(2.0 / Seeds))));
        Assert.InRange(forecast, 0, Bias);

        static double At(int seed, uint step) => DriftProcess.At((ulong)seed, step >> DriftProcess.FirstOctave);
    }

    private static SimulatedBench Bench(CbramPreset preset, int seed, int cells = 1) => new(preset, cells, seed, Tolerance);

    private static CalibrationTable Calibrated(SimulatedBench bench, int cell)
    {
        Assert.Equal(CellFault.None, new CellCalibrator(bench.Driver, bench.Calibration).Calibrate(cell, out CalibrationTable table));
        return table;
    }

    private static void AssertWithinBound(SimulatedBench bench, CalibrationTable table, int cell)
    {
        for (uint probability = 4096; probability <= 61440; probability += 1024)
        {
            double error = Math.Abs(bench.TrueProbability(cell, table.MillivoltsFor(probability)) - (probability / 65536.0));
            Assert.InRange(error, 0, table.Bound(probability) / 65536.0);
        }
    }
}
