using System;
using System.Linq;
using System.Text.Json;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Tests.Pricing;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Tests.Ledgers;

[Trait("Kind", "Unit")]
public sealed class PassLedgerTests
{
    private static readonly LedgerTensor[] Tensors = [new("conv1.weight", 8, 2), new("conv1.bias", 2, 2)];
    private static readonly string[] Phases = ["momentum", "weight"];
    private static readonly string[] Names = ["forward", "backward", "weight gradient"];

    public static TheoryData<string, StreamSource, PassEncoding> LibrariesAndSources
    {
        get
        {
            TheoryData<string, StreamSource, PassEncoding> data = [];
            foreach (CostLibrary library in CostLibraryCatalog.BuiltIn)
            {
                foreach (StreamSource source in Enum.GetValues<StreamSource>())
                {
                    data.Add(library.Name, source, PassEncoding.SignMagnitude);
                    if (source != StreamSource.Rounding)
                    {
                        data.Add(library.Name, source, PassEncoding.Bipolar);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LibrariesAndSources))]
    public void EnterPass_OneRow_CostsWhatTheModelSays(string library, StreamSource source, PassEncoding encoding)
    {
        CostModel model = Model(library, source, encoding);
        OperationCounts counts = Counts(source, 1, encoding);
        CostReport report = model.Price(counts);
        CostLedger ledger = Open(library, source, encoding);

        ledger.EnterPass(0, 1, counts);

        LedgerRow row = ledger.Rows[1];
        Assert.Equal("backward", row.Phase);
        for (int i = 0; i < ledger.Components.Count; i++)
        {
            string name = ledger.Components[i].Part.Name;
            CostRow? expected = report.Rows.SingleOrDefault(one => one.Name == name);

            // The energy of SET pulses goes by the row's own probabilities, that of the model by those of the circuit.
            if (name is not ("cells, SET" or "charge pump loss, SET"))
            {
                Assert.Equal(expected?.DynamicAttojoules ?? 0, row.EnergiesAttojoules[i]);
            }
        }

        Assert.Equal(report.LeakageAttojoules, row.LeakageAttojoules);
        Assert.Equal((long)Math.Round(report.Seconds * 1e12), row.Picoseconds);
    }

    [Theory]
    [MemberData(nameof(LibrariesAndSources))]
    public void Parts_ThatArePartOfAPass_AreNeverFree(string library, StreamSource source, PassEncoding encoding)
    {
        CostModel model = Model(library, source, encoding);
        OperationCounts counts = Counts(source, 1, encoding);

        Assert.All(
            model.Parts.Where(part => part.Part.Operations is not null),
            part => Assert.True(
                part.EnergyAttojoules(model.Cells) > 0 && (part.Operations(counts) > 0 || part.Part.Name == "cells, read as zero"),
                part.Part.Name));
    }

    [Theory]
    [MemberData(nameof(LibrariesAndSources))]
    public void Totals_PassesAndPhases_AddUpAndCountUpdatesOnce(string library, StreamSource source, PassEncoding encoding)
    {
        CostLedger ledger = Open(library, source, encoding);
        Int128 passes = 0;
        for (int step = 1; step <= 5; step++)
        {
            for (int pass = 0; pass < 3; pass++)
            {
                ledger.EnterPass(0, pass, Counts(source, step + pass, encoding));
                passes += ledger.Rows[pass].TotalAttojoules;
            }

            for (int row = 0; row < 4; row++)
            {
                ledger.Enter(row / 2, row % 2, WorkedExample.Counts);
            }
        }

        CostLedger updates = new(ledger.Model, Tensors, Phases);
        for (int row = 0; row < 5 * 4; row++)
        {
            updates.Enter(row % 4 / 2, row % 2, WorkedExample.Counts);
        }

        LedgerTotals totals = ledger.Totals;
        Assert.Equal(passes, totals.Passes!.TotalAttojoules);
        Assert.Equal(updates.Totals.TotalAttojoules + passes, totals.TotalAttojoules);
        Assert.Equal(totals.TotalAttojoules, Sum(totals.ComponentAttojoules) + totals.LeakageAttojoules);
        Assert.Equal(totals.TotalAttojoules, Sum(totals.TensorAttojoules));
        Assert.Equal(totals.TotalAttojoules, Sum(totals.PhaseAttojoules));
        Assert.Equal(5 * 10, totals.Updates);
        Assert.Equal(updates.Totals.AttojoulesPerUpdate, totals.AttojoulesPerUpdate);
        Assert.Equal(updates.Totals.ResetPulses, totals.ResetPulses);
    }

    [Fact]
    public void Rows_OfTensors_BeginWithPassesWhereThereAreProducts() => Assert.Equal(
        ["forward", "backward", "weight gradient", "momentum", "weight", "momentum", "weight"],
        Open("dally45", StreamSource.OwnCells).Rows.Select(row => row.Phase));

    [Fact]
    public void EnterPass_TensorWithoutProducts_IsRefused() => Assert.Throws<ArgumentException>(
        () => Open("dally45", StreamSource.OwnCells).EnterPass(1, 0, Counts(StreamSource.OwnCells, 1)));

    [Fact]
    public void EnterPass_GatesOfTheOtherEncoding_AreRefused() => Assert.Throws<ArgumentException>(
        () => Open("dally45", StreamSource.Sobol, PassEncoding.Bipolar).EnterPass(0, 0, Counts(StreamSource.Sobol, 1)));

    // Of 1,000 bits at 100 gates of either kind, four NAND2 of 0.443 fJ for XNOR, two for AND.
    [Theory]
    [InlineData(PassEncoding.SignMagnitude, "AND gates", 886)]
    [InlineData(PassEncoding.Bipolar, "XNOR gates", 1772)]
    public void Gates_OfAnEncoding_CostTheLibrarysNand2(PassEncoding encoding, string name, long attojoules)
    {
        CostModel model = Model("neurosim45lp", StreamSource.Sobol, encoding);
        PricedPart gates = model.Parts.Single(part => part.Part.Name.EndsWith("gates", StringComparison.Ordinal) && part.Part.Instances == 100);

        Assert.Equal((name, attojoules), (gates.Part.Name, gates.EnergyAttojoules(model.Cells)));
        Assert.Equal(1000, gates.Operations(Counts(StreamSource.Sobol, 1, encoding)));
    }

    // Bits of AND gates times femtojoules of the library: 130.6 / 16 of a counter with accumulator, 30 / 8 and 81.3 / 8 of an adder of 8 bits.
    [Theory]
    [InlineData("tsmc40lp-unarysim", 8162)]
    [InlineData("dally45", 3750)]
    [InlineData("neurosim45lp", 10162)]
    public void ParallelCounters_PerCountedBit_CostTheLibrarysOwnFigure(string library, long attojoules)
    {
        PricedPart counters = Model(library, StreamSource.OwnCells).Parts.Single(part => part.Part.Name == "parallel counters");

        Assert.Equal(attojoules, counters.EnergyAttojoules(default));
        Assert.DoesNotContain("energy", counters.Bounded);
        Assert.Equal(700, counters.Operations(new OperationCounts { AndOperations = 700, Bits = 40, CounterIncrements = 9 }));
    }

    // 16 digits of 8 numbers from cells at p = 1/2 (128 pulses), and 5 comparators of 8 bits.
    [Theory]
    [InlineData(StreamSource.SharedCells, 40)]
    [InlineData(StreamSource.Lfsr, 168)]
    public void Comparators_Bits_AreThoseThatDoNotLeaveCells(StreamSource source, long bits)
    {
        OperationCounts counts = new() { Numbers = 21, Bits = 168, SetPulses = 128, Reads = 128, SetEvents = 60, ResetPulses = 60, LaneCycles = 16 };
        CostModel model = Model("dally45", source);

        Assert.Equal(bits, model.Parts.Single(part => part.Part.Name == "comparators").Operations(counts));
        Assert.DoesNotContain(Model("dally45", StreamSource.OwnCells).Parts, part => part.Part.Name == "comparators");
    }

    [Fact]
    public void Seconds_OfProducts_FollowFromGatesAndComparators()
    {
        // 2 lanes: 20 comparisons each; 100 gates: 7 rounds; 21 numbers: 11 updates of 2 cycles; 400 MHz.
        OperationCounts counts = new() { Numbers = 21, Bits = 40, AndOperations = 700 };

        Assert.Equal((20 + 7 + 22) / 400e6, Model("dally45", StreamSource.Lfsr).Seconds(counts), 1e-15);
    }

    // 1000 products and 50 sums: 2864 fJ for a product, 1050 additions of 32 bits as two of 16, 32 flip-flops and 192 gates for each word.
    [Fact]
    public void Rounding_Tsmc_CostsMultipliersAccumulatorsAndRandomBits()
    {
        CostModel model = Model("tsmc40lp-unarysim", StreamSource.Rounding);
        OperationCounts counts = Counts(StreamSource.Rounding, 1);
        CostReport report = model.Price(counts);
        Int128 Energy(string part) => report.Rows.Single(row => row.Name == part).DynamicAttojoules;

        Assert.Equal(2_864_000_000, Energy("multiplier"));
        Assert.Equal(737_520_000, Energy("accumulators"));
        Assert.Equal(9_344_000, Energy("random bits"));
        Assert.Equal(50 * 192, report.Rows.Single(row => row.Name == "feedback of the random bits").Operations);
        Assert.DoesNotContain(report.Rows, row => row.Name is "AND gates" or "comparators" || row.Name.StartsWith("cells", StringComparison.Ordinal));

        // 2 lanes: 500 products each, 12 numbers of 2 cycles; 400 MHz.
        Assert.Equal((500 + 24) / 400e6, report.Seconds, 1e-15);
    }

    [Fact]
    public void Price_MultiplicationsWithoutMultiplier_AreRefused() => Assert.Throws<ArgumentException>(
        () => Model("dally45", StreamSource.Sobol).Price(Counts(StreamSource.Rounding, 1)));

    [Fact]
    public void Endurance_CellsOfAPass_AreCountedApart()
    {
        CostLedger ledger = Open("dally45", StreamSource.OwnCells);
        ledger.Enter(1, 0, WorkedExample.Counts);
        ledger.EnterPass(0, 2, Counts(StreamSource.OwnCells, 100));

        // 100 x 48 RESET pulses on the 24 cells of the gradient; the update's 48 on 8.
        Assert.Equal("conv1.weight, weight gradient", ledger.Endurance.Tensor);
        Assert.Equal(200.0, ledger.Endurance.CyclesPerCell);
    }

    [Fact]
    public void Totals_WithoutPasses_AreWrittenAsBefore()
    {
        CostLedger ledger = new(new CostModel(CostLibraryCatalog.Resolve("dally45"), WorkedExample.Circuit), Tensors, Phases);

        Assert.DoesNotContain("Passes", JsonSerializer.Serialize(ledger.Totals), StringComparison.Ordinal);
        Assert.Equal(Phases, ledger.Totals.PhaseNames);
    }

    [Fact]
    public void Add_SumsWithoutPasses_AreRefused()
    {
        LedgerTotals totals = Open("dally45", StreamSource.OwnCells).Totals;

        Assert.Throws<ArgumentException>(
            () => totals.Add(new CostLedger(Open("dally45", StreamSource.OwnCells).Model, Tensors, Phases).Totals));
    }

    private static CostModel Model(string library, StreamSource source, PassEncoding encoding = PassEncoding.SignMagnitude)
    {
        ProductArray products = new(source) { Gates = 100, Encoding = encoding };
        return new(CostLibraryCatalog.Resolve(library), WorkedExample.Circuit with { Products = products, Gates = products.Kind });
    }

    private static CostLedger Open(string library, StreamSource source, PassEncoding encoding = PassEncoding.SignMagnitude) => new(
        new CostModel(CostLibraryCatalog.Resolve(library), WorkedExample.Circuit), Tensors, Phases,
        new LedgerPasses(Model(library, source, encoding), Names, [0], [16, 16, 24]));

    private static OperationCounts Counts(StreamSource source, long factor, PassEncoding encoding = PassEncoding.SignMagnitude)
    {
        bool cells = source is StreamSource.OwnCells or StreamSource.SharedCells;
        return source == StreamSource.Rounding ? new() { Numbers = 24 * factor, Multiplications = 1000 * factor, RandomWords = 50 * factor } : new()
        {
            Numbers = 24 * factor,
            Bits = (source == StreamSource.SharedCells ? 200 : 96) * factor,
            LaneCycles = cells ? 24 * factor : 0,
            SetPulses = cells ? 96 * factor : 0,
            SetEvents = cells ? 48 * factor : 0,
            ResetPulses = cells ? 48 * factor : 0,
            Reads = cells ? 96 * factor : 0,
            AndOperations = encoding == PassEncoding.SignMagnitude ? 1000 * factor : 0,
            XnorOperations = encoding == PassEncoding.Bipolar ? 1000 * factor : 0,
        };
    }

    private static Int128 Sum(Int128[] energies) => energies.Aggregate((Int128)0, (sum, one) => sum + one);
}
