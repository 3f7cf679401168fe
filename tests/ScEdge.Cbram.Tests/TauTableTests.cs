using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Cells;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Cbram.Tests;

[Trait("Kind", "Unit")]
public sealed class TauTableTests
{
    private static readonly CbramPreset Points = PresetCatalog.Find("jo2009-points");

    [Theory]
    [InlineData(2.6, 15.3e-3)]
    [InlineData(3.2, 1.2e-3)]
    [InlineData(3.6, 0.029e-3)]
    public void TauSeconds_MeasuredVoltage_IsTheMeasuredWait(double volts, double seconds) =>
        Assert.InRange(Points.Law.TauSeconds(volts) / seconds, 1 - 2e-5, 1 + 2e-5);

    [Fact]
    public void LocalV0Volts_JoPoints_RunsFromFlatToSteep()
    {
        Assert.Equal(0.236, Math.Round(Points.Law.LocalV0Volts(2.7), 3));
        Assert.Equal(0.107, Math.Round(Points.Law.LocalV0Volts(3.3), 3));
        Assert.Equal(Points.Law.LocalV0Volts(3.3), Points.Law.LocalV0Volts(4.5));
        Assert.Throws<InvalidOperationException>(() => Points.Law.V0Volts);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Voltage_ThenProbability_ReturnsTheProbability()
    {
        foreach (double p in (double[])[1.0 / 65536, 0.001, 0.1, 0.5, 0.9, 1 - (1.0 / 65536)])
        {
            Assert.Equal(p, Points.Law.Probability(Points.Law.Voltage(p, 1e-6), 1e-6), 1e-9);
        }
    }

    [Fact]
    public void LnTauBounds_BeyondTheTable_AreThoseOfTheFlattestAndTheSteepestPiece()
    {
        TauTable table = Points.TauTable!;
        (double low, double high) = table.LnTauBounds(3.9);
        Assert.Equal(Math.Log(0.029e-3) - (0.3 / 0.107472), low, 1e-3);
        Assert.Equal(Math.Log(0.029e-3) - (0.3 / 0.235726), high, 1e-3);
        Assert.InRange(table.LnTau(3.9), low - 1e-5, high);
        (low, high) = table.LnTauBounds(3.0);
        Assert.Equal(low, high);
    }

    [Fact]
    public void Extrapolation_JoPoints_IsSaid()
    {
        DriveRange range = DriveRange.Of(Points);
        Assert.Equal(
            "Streams need 2.26 to 4.22 V and waits were measured from 2.6 to 3.6 V: 0.34 V below and 0.62 V above are extrapolated.", range.Sentence);
        Assert.Null(DriveRange.Of(PresetCatalog.Find("jo2009")).Sentence);
    }

    public static TheoryData<double, double, double, double, string> Bad => new()
    {
        { 2.0, 1.0, 2.0, 0.5, "rising voltages and falling waits" },
        { 2.0, 1.0, 3.0, 1.0, "rising voltages and falling waits" },
        { 2.0, -1.0, 3.0, 0.5, "tau_seconds is -1" },
        { 0.0, 1.0, 3.0, 0.5, "voltage_volts is 0" },
        { 2.0, 1.0, 2.0000001, 0.5, "closer than a microvolt" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Constructor_PointsThatAreNoTable_SaysWhat(double v1, double t1, double v2, double t2, string words)
    {
        InputException exception = Assert.Throws<InputException>(
            () => new TauTable([new TauPoint(v1, t1, 0), new TauPoint(v2, t2, 0)], 0, "here", Confidence.Assumption));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_DriveOffset_IsThatOfTheLawInVolts()
    {
        const double Offset = -0.19;
        CellBank bank = new(Bank(new Nonidealities { DriveOffsetVolts = Offset }), 0);
        foreach (uint wanted in (uint[])[656, 6554, 32768, 58982])
        {
            double volts = Points.Law.Voltage(wanted / 65536.0, 1e-6);
            Assert.Equal(65536 * Points.Law.Probability(volts + Offset, 1e-6), (double)bank.Response.Probability(wanted, 0), 60.0);
        }
    }

    [Fact]
    public void Settings_LargestLaw_FitsInAFrameOfTheChip()
    {
        TauPoint[] points = [.. Enumerable.Range(0, TauTable.MostPoints).Select(i => new TauPoint(2 + (0.2 * i), Math.Pow(10, -i), 0.1))];
        CbramPreset preset = Points with
        {
            TauTable = new TauTable(points, 2, "here", Confidence.Assumption),
            WaitFamily = WaitFamily.Gamma,
            WaitShape = new PresetFigure(2, "", "here", Confidence.Assumption),
        };
        CellBankSettings cells = CellBankDesign.Settings(preset, new Nonidealities { TableSpread = 1 }, 1, 32, serialWrite: false, 1);

        // Code, number, mode and optimiser stand before them.
        Assert.InRange(OptimizerPlan.Write(new OptimizerSettings(), cells).Length, 400, 512 - 6);
        Assert.True(cells.Law.IsUsable());
    }

    [Fact]
    public void Settings_WithoutEffects_NeedNoLaw()
    {
        Assert.Null(Bank(Nonidealities.None).Law);
        Assert.Null(Bank(new Nonidealities { StuckSet = 0.1, ReadDisturb = 0.01 }).Law);
        Assert.Null(new CellBank(Bank(new Nonidealities { DriveBits = 8 }), 0).Response);
    }

    [Fact]
    public void Settings_TableSpread_AddsAsIndependentDeviationsDo()
    {
        TauTable table = new([new TauPoint(3, 1e-3, 0.3), new TauPoint(4, 1e-6, 0.4)], 2, "here", Confidence.Assumption);
        CbramPreset preset = Points with { TauTable = table };
        Nonidealities effects = new() { TableSpread = 1, DeviceToDevice = 0.4, TableSpreadSeed = 9 };
        CellBankSettings bank = CellBankDesign.Settings(preset, effects, 1, 32, serialWrite: false, 1);
        Assert.Equal(0.5, bank.Law.Spread.At(3), 1e-5);
        Assert.Equal(Math.Sqrt(0.32), bank.Law.Spread.At(9), 1e-5);
        Assert.Equal(9UL, bank.DeviceToDeviceSeed);
        string refusal = Assert.Throws<InputException>(() => Points.WithNonidealities(effects)).Message;
        Assert.Contains("table-spread needs a table", refusal, StringComparison.Ordinal);
    }

    private static CellBankSettings Bank(Nonidealities effects) => CellBankDesign.Settings(Points, effects, 1, 32, serialWrite: false, 1);
}
