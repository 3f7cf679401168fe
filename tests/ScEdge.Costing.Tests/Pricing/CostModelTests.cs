using System;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Tests.Pricing;

/// <summary>Every number here was computed by hand from the figures of the libraries; see hw-docs/power-model.md.</summary>
[Trait("Kind", "Unit")]
public sealed class CostModelTests
{
    public static TheoryData<string> Libraries => [.. CostLibraryCatalog.BuiltIn.Select(library => library.Name)];

    [Theory]
    [InlineData("cells, SET", 96, 4599285, 441531360)]
    [InlineData("cells, RESET", 48, 7840000, 376320000)]
    [InlineData("cells, read as one", 48, 100000, 4800000)]
    [InlineData("cells, read as zero", 48, 100, 4800)]
    [InlineData("charge pump loss, SET", 96, 4599285, 441531360)]
    [InlineData("charge pump loss, RESET", 48, 7840000, 376320000)]
    [InlineData("row drivers, write", 48, 7360, 353280)]
    [InlineData("row drivers, read", 96, 7190, 690240)]
    [InlineData("decoders", 24, 66500, 1596000)]
    [InlineData("sense amplifiers", 96, 1660, 159360)]
    [InlineData("counter flip-flops", 88, 16530, 1454640)]
    [InlineData("counter clock gates", 2088, 4085, 8529480)]
    [InlineData("counter carry", 96, 2658, 255168)]
    [InlineData("register adders", 24, 162000, 3888000)]
    [InlineData("controller", 3360, 443, 1488480)]
    [InlineData("word and bit lines", 48, 243028, 11665344)]
    [InlineData("DACs", 24, 2023858, 48572592)]
    [InlineData("samples and holds", 24, 612849, 14708376)]
    [InlineData("high-voltage drivers", 48, 1869759, 89748432)]
    [InlineData("scalers", 24, 621225, 14909400)]
    [InlineData("drive codes", 24, 2698148, 64755552)]
    [InlineData("lane control", 24, 777689, 18664536)]
    [InlineData("SRAM accesses", 40, 3162278, 126491120)]
    [InlineData("wires", 640, 8504, 5442560)]
    public void Price_WorkedExample_GivesEveryPartsEnergy(string part, long operations, long each, long total)
    {
        CostRow row = WorkedExample.Price("neurosim45lp").Rows.Single(one => one.Name == part);

        Assert.Equal((operations, each, (Int128)total), (row.Operations, row.EnergyPerOperationAttojoules, row.DynamicAttojoules));
    }

    [Fact]
    public void Price_WorkedExample_GivesTheWholeStepToTheLastDigit()
    {
        CostReport report = WorkedExample.Price("neurosim45lp");

        Assert.Equal(28.86e-6, report.Seconds, 1e-15);
        Assert.Equal((Int128)2053880080, report.DynamicAttojoules);
        Assert.Equal((Int128)19168296, report.LeakageAttojoules);
        Assert.Equal((Int128)2073048376, report.TotalAttojoules);
        Assert.Equal(5850.901439620424, report.AreaSquareMicrometres, 1e-9);
        Assert.Equal(664.18208567624, report.LeakageNanowatts, 1e-9);
        Assert.Equal(2073048376e-18 / 28.86e-6, report.PowerWatts, 1e-12);

        // 48 RESET pulses on 8 cells are 6 cycles of a rated 10^6.
        Assert.Equal(1e6 / 6, report.StepsUntilWearOut!.Value, 1e-6);
    }

    [Theory]
    [InlineData("dally45", "SRAM accesses", 40, 5000000, 200000000)]
    [InlineData("dally45", "wires", 640, 12100, 7744000)]
    [InlineData("dally45", "register adders", 24, 50000, 1200000)]
    [InlineData("tsmc40lp-unarysim", "register adders", 24, 351200, 8428800)]
    [InlineData("tsmc40lp-unarysim", "counter flip-flops", 88, 17520, 1541760)]
    public void Price_OtherLibraries_GiveTheirOwnFigures(string library, string part, long operations, long each, long total)
    {
        CostRow row = WorkedExample.Price(library).Rows.Single(one => one.Name == part);

        Assert.Equal((operations, each, (Int128)total), (row.Operations, row.EnergyPerOperationAttojoules, row.DynamicAttojoules));
    }

    [Fact]
    public void Price_GatesInUse_ArePricedByGateOrItsNands()
    {
        OperationCounts counts = WorkedExample.Counts;
        counts.AndOperations = 32;
        counts.XnorOperations = 64;
        counts.MuxOperations = 10;

        ArchitectureModel circuit = WorkedExample.Circuit with { Gates = StreamGates.And | StreamGates.Xnor | StreamGates.Multiplexer };
        CostRow[] rows = [.. WorkedExample.Price("neurosim45lp", circuit, counts).Rows];

        Assert.Equal((Int128)(32 * 886), rows.Single(row => row.Name == "AND gates").DynamicAttojoules);
        Assert.Equal((Int128)(64 * 1772), rows.Single(row => row.Name == "XNOR gates").DynamicAttojoules);
        Assert.Equal((Int128)(10 * 1772), rows.Single(row => row.Name == "multiplexers").DynamicAttojoules);
        Assert.Equal(
            2 * 5.116,
            WorkedExample.Price("tsmc40lp-unarysim", circuit, counts).Rows.Single(row => row.Name == "AND gates").AreaSquareMicrometres,
            1e-12);
    }

    // As stream_counter of hw-docs/rtl: a one and a clearing clock the flip-flops, a zero nothing; the gate sees the lane's clock: a bit each, and
    // for a number 18 clocks and, where cells are driven, 65 of the ramp.
    [Theory]
    [InlineData(StreamSource.OwnCells, 1, 96, 7, 0, 7 + 24 + 16, 96 + (83 * 24))]
    [InlineData(StreamSource.OwnCells, 1, 9600, 7, 0, 7 + 24 + 16, 9600 + (83 * 24))]
    [InlineData(StreamSource.OwnCells, 1, 96, 7, 89, 7 + 24 + 16, 96 + (83 * 24))]
    [InlineData(StreamSource.OwnCells, 4, 96, 7, 0, 7 + (4 * (24 + 16)), 96 + (4 * 83 * 24))]
    [InlineData(StreamSource.Lfsr, 1, 96, 48, 0, 48 + 24 + 16, 96 + (18 * 24))]
    public void Counting_Counts_ClockFlipFlopsByOnesAndGatesByTheLane(
        StreamSource source, int amplifiers, long bits, long ones, long zerosTaken, long flipFlops, long gates)
    {
        ArchitectureModel circuit = WorkedExample.Circuit with { UpdateSource = source, SenseAmplifiersPerLane = amplifiers };
        OperationCounts counts = WorkedExample.Counts;
        (counts.Bits, counts.CounterIncrements, counts.CounterDecrements) = (bits, ones, zerosTaken);

        CostRow[] rows = [.. WorkedExample.Price("neurosim45lp", circuit, counts).Rows];

        CostRow Part(string name) => rows.Single(row => row.Name == name);
        Assert.Equal(
            (flipFlops, gates, 2 * ones),
            (Part("counter flip-flops").Operations, Part("counter clock gates").Operations, Part("counter carry").Operations));
        Assert.Equal(2 * amplifiers, Part("counter clock gates").Instances);
    }

    [Fact]
    public void Price_GatesThatTheCircuitLacks_AreRefused()
    {
        OperationCounts counts = WorkedExample.Counts;
        counts.XnorOperations = 1;

        Assert.Contains(
            "Xnor",
            Assert.Throws<ArgumentException>(() => WorkedExample.Price("dally45", WorkedExample.Circuit, counts)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Price_MoreGroupsThanLanes_AddCellsAndDecodersOnly()
    {
        CostReport one = WorkedExample.Price("neurosim45lp");
        CostReport many = WorkedExample.Price("neurosim45lp", WorkedExample.Circuit with { CellGroupCount = 130 });

        // 128 groups more, of 4 cells of 0.0256 um2, and 3 decoders in place of 1.
        double decoder = one.Rows.Single(row => row.Name == "decoders").AreaSquareMicrometres;
        Assert.Equal((128 * 4 * 0.0256) + (2 * decoder), many.AreaSquareMicrometres - one.AreaSquareMicrometres, 1e-9);
        Assert.Equal(one.DynamicAttojoules, many.DynamicAttojoules);
        Assert.Equal(one.Seconds, many.Seconds);
        Assert.Equal(48.0 / (130 * 4), many.CyclesPerCell, 1e-12);
    }

    [Fact]
    public void Price_Registers_AreFlipFlopsClockedWhenWritten()
    {
        CostRow row = WorkedExample.Price("tsmc40lp-unarysim", WorkedExample.Circuit with { Storage = StorageKind.Registers })
            .Rows.Single(one => one.Name == "registers");

        // 8 parameters of 32 bits; 16 writes of 16 bits at 5.84 fJ.
        Assert.Equal((256, (Int128)1495040), (row.Instances, row.DynamicAttojoules));
        Assert.Equal(256 * 4.057, row.AreaSquareMicrometres, 1e-9);
        Assert.Equal(256 * 0.299, row.LeakageNanowatts, 1e-9);
    }

    [Fact]
    public void Price_CbramStorage_WritesHalfOfTheBits()
    {
        CostRow[] rows = [.. WorkedExample.Price("dally45", WorkedExample.Circuit with { Storage = StorageKind.Cbram })
            .Rows.Where(row => row.Category == CostCategory.Storage)];

        // 16 writes of 16 bits: 64 SET, 64 RESET of 7.84 pJ; 24 reads of 16 bits, half of them ones.
        Assert.Equal([64L, 64L, 192L, 192L], rows.Select(row => row.Operations));
        Assert.Equal((Int128)501760000, rows[1].DynamicAttojoules);
        Assert.Equal((Int128)19200000, rows[2].DynamicAttojoules);
        Assert.Equal((Int128)19200, rows[3].DynamicAttojoules);
        Assert.Equal(256 * 0.0256, rows[0].AreaSquareMicrometres, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Price_Energy_IsExactlyTheSumOfPartsAndOfCategories(string library)
    {
        CostReport report = WorkedExample.Price(library);
        Int128 parts = 0;
        foreach (CostRow row in report.Rows)
        {
            parts += row.DynamicAttojoules + row.LeakageAttojoules;
        }

        Int128 categories = 0;
        foreach (CostCategory category in Enum.GetValues<CostCategory>())
        {
            categories += report.CategoryAttojoules(category);
        }

        Assert.Equal(report.TotalAttojoules, parts);
        Assert.Equal(report.TotalAttojoules, categories);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Price_TwiceTheLanes_HalvesTimeAndLeavesDynamicEnergy(string library)
    {
        ArchitectureModel once = WorkedExample.Circuit;
        CostReport one = WorkedExample.Price(library, once);
        CostReport two = WorkedExample.Price(library, once with { Lanes = 4 });

        Assert.Equal(one.Seconds, 2 * two.Seconds, 1e-15);
        Assert.Equal(one.DynamicAttojoules, two.DynamicAttojoules);
    }

    [Fact]
    public void Price_SlowerClock_LeaksLongerAndSwitchesNoMore()
    {
        ArchitectureModel fast = WorkedExample.Circuit with { Storage = StorageKind.Registers };
        CostReport one = WorkedExample.Price("neurosim45lp", fast);
        CostReport two = WorkedExample.Price("neurosim45lp", fast with { ClockHertz = 1e6 });

        Assert.True(two.Seconds > one.Seconds);
        Assert.Equal(one.DynamicAttojoules, two.DynamicAttojoules);
        Assert.Equal(two.Seconds / one.Seconds, (double)two.LeakageAttojoules / (double)one.LeakageAttojoules, 1e-4);
    }

    [Fact]
    public void Price_MissingEntry_TakesTheMiddleOfItsBoundsAndIsNamed()
    {
        CostRow row = WorkedExample.Price("tsmc40lp-unarysim").Rows.Single(one => one.Name == "sense amplifiers");

        // sqrt(0.83 x 2.92) um2 on 2 instances, sqrt(1.66 x 17) fJ; leakage by the library's own density.
        Assert.Equal(["area", "energy"], row.Bounded);
        Assert.Equal(2 * Math.Sqrt(0.83 * 2.92), row.AreaSquareMicrometres, 1e-9);
        Assert.Equal(5312, row.EnergyPerOperationAttojoules);
        Assert.Equal(row.AreaSquareMicrometres * 0.0921, row.LeakageNanowatts, 1e-9);
        Assert.Contains(WorkedExample.Price("neurosim45lp").Bounded, one => one.Name == "SRAM cells" && one.Bounded is ["leakage"]);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Price_EveryPart_HasAnEnergyOrIsOnlyThere(string library)
    {
        StreamGates all = StreamGates.And | StreamGates.Xnor | StreamGates.Multiplexer;
        foreach (StorageKind storage in Enum.GetValues<StorageKind>())
        {
            CostModel model = new(CostLibraryCatalog.Resolve(library), WorkedExample.Circuit with { Gates = all, Storage = storage });

            Assert.All(
                model.Parts.Where(part => part.Part.Operations is not null),
                part => Assert.True(part.EnergyAttojoules(model.Cells) > 0, part.Part.Name));
            Assert.All(model.Parts.Where(part => part.Part.Instances > 0), part => Assert.True(part.AreaSquareMicrometres > 0, part.Part.Name));
        }
    }

    [Fact]
    public void Price_Utilisation_StretchesTheAreaOnly()
    {
        CostReport full = WorkedExample.Price("dally45");
        CostReport half = WorkedExample.Price("dally45", WorkedExample.Circuit with { Utilisation = 0.5 });

        Assert.Equal(2 * full.AreaSquareMicrometres, half.AreaSquareMicrometres, 1e-9);
        Assert.Equal(full.TotalAttojoules, half.TotalAttojoules);
    }

    [Fact]
    public void PumpMilliamperes_TwiceTheLanesAtATenthOfTheResistance_IsTwentyTimes()
    {
        ArchitectureModel circuit = WorkedExample.Circuit;
        double one = circuit.PumpMilliamperes(new CostModel(CostLibraryCatalog.Resolve("dally45"), circuit).Cells);
        ArchitectureModel larger = circuit with
        {
            Lanes = 4, Preset = circuit.Preset with { OnResistance = circuit.Preset.OnResistance with { Value = 1e5 } },
        };

        // RESET asks for more than SET: 8 cells, half of them set, 2.8 V over 1 Mohm.
        Assert.Equal(8 * 0.5 * 2.8e-3, one, 1e-12);
        Assert.Equal(20 * one, larger.PumpMilliamperes(new CostModel(CostLibraryCatalog.Resolve("dally45"), larger).Cells), 1e-9);
    }

    [Fact]
    public void Price_EntryWithoutLeakage_TakesTheDensityOfItsOwnLibrary()
    {
        CostRow row = WorkedExample.Price("tsmc40lp-unarysim").Rows.Single(one => one.Name == "controller");

        // 2000 NAND2 of 0.706 um2 at 0.0921 nW/um2.
        Assert.Equal(2000 * 0.706 * 0.0921, row.LeakageNanowatts, 1e-9);
    }

    [Fact]
    public void Price_LargestStep_DoesNotOverflow()
    {
        OperationCounts counts = WorkedExample.Counts;
        counts.SetPulses = long.MaxValue;

        CostReport report = WorkedExample.Price("dally45", WorkedExample.Circuit, counts);

        Assert.True(report.TotalAttojoules > (Int128)long.MaxValue * 4599285);
    }

    [Fact]
    public void CostModel_BadCircuit_IsRefused()
    {
        ArchitectureModel good = WorkedExample.Circuit;
        foreach (ArchitectureModel bad in new[]
        {
            good with { Lanes = 0 }, good with { CellsPerLane = -1 }, good with { ClockHertz = double.NaN }, good with { ClockHertz = 0 },
            good with { SenseAmplifiersPerLane = 5 }, good with { ChargePumpEfficiency = 0 }, good with { WireMillimetres = -1 },
            good with { Parameters = -1 }, good with { Utilisation = 0 }, good with { LineFemtofarads = -1 },
            good with { ResetConduction = 1.1 }, good with { UpdateCycles = -1 }, good with { WeightRegisterBits = 0 },
            good with { ControllerGatesPerCommand = 3000 },
        })
        {
            Assert.EndsWith(".", Assert.Throws<InputException>(() => WorkedExample.Price("dally45", bad)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<InputException>(() => good.WithPulseWidth(0));
        Assert.Throws<InputException>(() => good.WithPulseWidth(double.NaN));
    }
}
