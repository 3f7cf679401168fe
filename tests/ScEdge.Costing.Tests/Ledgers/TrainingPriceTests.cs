using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Tests.Pricing;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Tests.Ledgers;

[Trait("Kind", "Unit")]
public sealed class TrainingPriceTests
{
    [Theory]
    [InlineData("tsmc40lp-unarysim", "neurosim45lp")]
    [InlineData("neurosim45lp", "dally45")]
    [InlineData("dally45", "tsmc40lp-unarysim")]
    [InlineData("dally45", "dally45")]
    public void Price_UnderAnotherLibrary_IsWhatItsOwnLedgerWouldHold(string accounted, string wanted)
    {
        (CostLedger known, OperationCounts counts) = Train(accounted);
        CostLedger own = Train(wanted).Ledger;

        TrainingPrice price = new(own.Model, Energies(known), counts, (double)known.Totals.Picoseconds * 1e-12, known.Totals.Updates);

        Assert.Equal(own.Totals.ComponentNames, price.Components.Select(component => component.Part.Name));
        Assert.Equal(own.Totals.ComponentAttojoules, price.Components.Select(component => component.Attojoules));
        Assert.Equal(own.Totals.Updates, price.Updates);

        // Rounded once per part and row there, once per part here.
        Assert.InRange((double)(own.Totals.LeakageAttojoules - price.LeakageAttojoules), -600, 600);
        Assert.Equal(
            price.TotalAttojoules,
            Enum.GetValues<Architecture.CostCategory>().Aggregate((Int128)0, (sum, category) => sum + price.CategoryAttojoules(category)));
    }

    [Fact]
    public void Under_SameCircuit_IsThePriceItself()
    {
        (CostLedger ledger, OperationCounts counts) = Train("dally45");
        TrainingPrice price = new(ledger.Model, Energies(ledger), counts, (double)ledger.Totals.Picoseconds * 1e-12, ledger.Totals.Updates);

        UpdateFigures same = price.Under(ledger.Model);

        Assert.Equal(1, same.Attojoules / price.AttojoulesPerUpdate, 1e-9);
        Assert.Equal(1, same.PowerWatts / price.PowerWatts, 1e-9);
    }

    // Energies of SET, RESET and reads go with 1 / Ron; everything else but the pump's loss stays.
    [Fact]
    public void Under_TenTimesTheResistance_CellsTakeATenth()
    {
        (CostLedger ledger, OperationCounts counts) = Train("dally45");
        TrainingPrice price = new(ledger.Model, Energies(ledger), counts, (double)ledger.Totals.Picoseconds * 1e-12, ledger.Totals.Updates);
        CbramPreset preset = ledger.Model.Circuit.Preset;
        CostModel other = new(ledger.Model.Library, ledger.Model.Circuit with
        {
            Preset = preset with
            {
                OnResistance = preset.OnResistance with { Value = 10 * preset.OnResistance.Value },
                OffResistance = preset.OffResistance with { Value = 10 * preset.OffResistance.Value },
            },
        });

        double resistive = price.Components.Where(one => one.Part.Name.StartsWith("cells", StringComparison.Ordinal)
            || one.Part.Name.StartsWith("charge pump loss", StringComparison.Ordinal)).Sum(one => (double)one.Attojoules);
        Assert.Equal(1, price.Under(other).Attojoules * price.Updates / ((double)price.TotalAttojoules - (0.9 * resistive)), 1e-5);
    }

    [Fact]
    public void Price_LedgerOfAnotherCircuit_IsRefused()
    {
        CostLedger ledger = Train("dally45").Ledger;
        Assert.Throws<ArgumentException>(() => new TrainingPrice(ledger.Model, new Dictionary<string, Int128>(), WorkedExample.Counts, 1, 1));
    }

    private static (CostLedger Ledger, OperationCounts Counts) Train(string library)
    {
        CostLedger ledger = new(
            new CostModel(CostLibraryCatalog.Resolve(library), WorkedExample.Circuit), [new LedgerTensor("fc.weight", 8, 2)], ["momentum", "weight"]);
        OperationCounts sum = new();
        for (int row = 0; row < 40; row++)
        {
            OperationCounts counts = WorkedExample.Counts;
            counts.SetEvents -= row;
            counts.RegisterWrites += row;
            ledger.Enter(0, row % 2, counts);
            sum.Add(counts);
        }

        return (ledger, sum);
    }

    private static Dictionary<string, Int128> Energies(CostLedger ledger) => ledger.Totals.ComponentNames
        .Zip(ledger.Totals.ComponentAttojoules).ToDictionary(static pair => pair.First, static pair => pair.Second);
}
