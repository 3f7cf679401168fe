using System;
using System.Linq;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Tests.Pricing;
using ScEdge.Input;

namespace ScEdge.Costing.Tests.Comparison;

[Trait("Kind", "Unit")]
public sealed class MacTableTests
{
    [Fact]
    public void Units_Dally_AreMultiplierAndAdder()
    {
        MacCost fp32 = Unit("dally45", "FP32 binary");

        Assert.Equal(11884 * 1600.0 / 2025, fp32.Area!.Value, 1e-9);
        Assert.Equal(4600000, fp32.EnergyPerMac!.Value, 1e-6);
        Assert.Equal(fp32.Area.Value * Math.Sqrt(0.022 * 0.77), fp32.Leakage!.Value, 1e-9);
        Assert.Null(Unit("dally45", "int16 binary").Area);
        Assert.Equal(1500000, Unit("dally45", "FP16 binary").EnergyPerMac!.Value, 1e-6);
        Assert.Equal(3200000, Unit("dally45", "int32 binary").EnergyPerMac!.Value, 1e-6);
        Assert.Equal(250000, Unit("dally45", "int8 binary").EnergyPerMac!.Value, 1e-6);
    }

    [Fact]
    public void Units_Tsmc_CmosGeneratorsTakeTheirEnergyEveryCycle()
    {
        MacCost unit = Unit("tsmc40lp-unarysim", "SC, CMOS generators");

        // 32 cycles of 305.2 fJ and an eighth of 48.91 fJ; 378.7 um2 and an eighth of 55.92 um2.
        Assert.Equal(32 * (305200 + (48910 / 8.0)), unit.EnergyPerMac!.Value, 1e-6);
        Assert.Equal(385.69, unit.Area!.Value, 1e-9);
        Assert.Equal(32 / 400e6, unit.LatencySeconds, 1e-18);
        Assert.Equal(662300, Unit("tsmc40lp-unarysim", "int8 binary").EnergyPerMac!.Value, 1e-6);
        Assert.Equal(2864000 + (2 * 351200), Unit("tsmc40lp-unarysim", "int16 binary").EnergyPerMac!.Value, 1e-6);
    }

    [Fact]
    public void Units_NeuroSim_ArrayMultiplierIsMadeOfItsOwnGates()
    {
        MacCost unit = Unit("neurosim45lp", "int8 binary");

        // 64 AND of 2 NAND2, 7 adders of 8 bits, an accumulator of 16.
        Assert.Equal(((128 * 0.646) + (7 * 46.5) + 93.1) * 1600.0 / 2025, unit.Area!.Value, 1e-9);
        Assert.Equal((128 * 443) + (7 * 81300) + 162000, unit.EnergyPerMac!.Value, 1e-6);
    }

    [Fact]
    public void Units_CellsOnly_AreCellsAndNothingElse()
    {
        MacCost serial = Unit("dally45", "SC, cells only, serial write");

        // Two streams of 32 bits with p = 1/2: SET, half a RESET, read as one or zero.
        double bit = 4599285 + (0.5 * 7840000) + (0.5 * 100000) + (0.5 * 100);
        Assert.Equal(2 * 0.0064, serial.Area!.Value, 1e-12);
        Assert.Equal(64 * bit, serial.EnergyPerMac!.Value, 1e-3);
        Assert.Equal(64 * 0.0064, Unit("dally45", "SC, cells only, group write").Area!.Value, 1e-12);
    }

    [Fact]
    public void Comparisons_FiveOrders_HoldAtCellLevelOnly()
    {
        MacComparison cells = Comparison("dally45", "FP32 binary", "SC, cells only, serial write");

        Assert.InRange(cells.Area!.OrdersOfMagnitude, 5.8, 5.9);
        Assert.Equal("cell level only", cells.Scope);
        Assert.All(
            CostLibraryCatalog.BuiltIn.SelectMany(library => Table(library.Name).Comparisons),
            row => Assert.True(row.Denominator.Kind == MacKind.CellLevelOnly || row.Area is null || row.Area.OrdersOfMagnitude < 4));
    }

    [Fact]
    public void Units_Cbram_HaveAllPeripheryUnderEveryLibrary()
    {
        Assert.Contains("latch-sense-amplifier", Unit("dally45", MacTable.CbramName).Bounded);
        Assert.DoesNotContain("latch-sense-amplifier", Unit("neurosim45lp", MacTable.CbramName).Bounded);
        foreach (CostLibrary library in CostLibraryCatalog.BuiltIn)
        {
            MacCost unit = Unit(library.Name, MacTable.CbramName);

            Assert.Contains("high-voltage-driver", unit.Uncertain);
            Assert.True(unit.Area!.Value > Unit(library.Name, "SC, cells only, group write").Area!.Value);
            Assert.Empty(unit.Lacking);
        }
    }

    // 32 bits of two streams at 1/2: eight ones and a clearing for the six flip-flops, every bit and the clearing for their gate.
    [Theory]
    [InlineData("d-flip-flop", 6 * (8 + 1))]
    [InlineData("clock-gate", 32 + 1)]
    public void Units_Cbram_ClockTheCounterByOnes(string component, int uses)
    {
        double Energy(double level) => new MacTable(
            CostLibraryCatalog.Resolve("dally45"),
            WorkedExample.Circuit with { BoundLevels = BoundLevels.Nominal.With(component, level) }, 32).Unit(MacTable.CbramName).EnergyPerMac!.Value;

        Bound energy = ComponentBounds.Find(component)!.EnergyFemtojoules!;
        Assert.Equal(uses * 1000 * (energy.High - energy.Low), Energy(1) - Energy(-1), 1e-3);
    }

    [Fact]
    public void Units_LibraryWithoutTheUnit_SayWhatItLacks()
    {
        Assert.Equal(["sc-multiplier-unipolar-8", "parallel-counter-8"], Unit("dally45", MacTable.CmosName).Lacking);
        Assert.Null(Unit("dally45", MacTable.CmosName).EnergyPerMac);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public void StreamLength_OutOfRange_IsRefused(int length) => Assert.Throws<InputException>(
        () => new MacTable(CostLibraryCatalog.Resolve("dally45"), WorkedExample.Circuit, length));

    private static MacTable Table(string library) =>
        new(CostLibraryCatalog.Resolve(library), WorkedExample.Circuit with { Cell = CellType.Find("4f2") }, 32);

    private static MacCost Unit(string library, string name) => Table(library).Units.Single(unit => unit.Name == name);

    private static MacComparison Comparison(string library, string numerator, string denominator) => Table(library).Comparisons
        .Single(row => row.Numerator.Name == numerator && row.Denominator.Name == denominator);
}
