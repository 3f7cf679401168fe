using System;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Tests.Pricing;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Tests.Ledgers;

[Trait("Kind", "Unit")]
public sealed class CostLedgerTests
{
    private static readonly LedgerTensor[] Tensors = [new("conv1.weight", 8, 2), new("conv1.bias", 2, 2)];
    private static readonly string[] Phases = ["momentum", "weight"];

    public static TheoryData<string> Libraries => [.. CostLibraryCatalog.BuiltIn.Select(library => library.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Enter_OneRow_CostsWhatTheModelSays(string library)
    {
        // One pulse in a thousand switches: a node of the curve, so that both take the same energy for a SET pulse.
        OperationCounts counts = Scaled(1);
        counts.SetPulses = 96_000;
        counts.SetEvents = 96;
        ArchitectureModel circuit = WorkedExample.Circuit with { Probabilities = ProbabilityDistribution.MaximumEntropy(0.001) };
        CostReport report = WorkedExample.Price(library, circuit, counts);
        CostLedger ledger = Open(library, circuit);

        ledger.Enter(0, 0, counts);

        LedgerRow row = ledger.Rows[0];
        for (int i = 0; i < ledger.Components.Count; i++)
        {
            CostRow expected = report.Rows.Single(one => one.Name == ledger.Components[i].Part.Name);
            Assert.Equal(expected.DynamicAttojoules, row.EnergiesAttojoules[i]);
        }

        Assert.Equal(report.DynamicAttojoules, row.TotalAttojoules - row.LeakageAttojoules);
        Assert.Equal(report.LeakageAttojoules, row.LeakageAttojoules);
        Assert.Equal((long)Math.Round(report.Seconds * 1e12), row.Picoseconds);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Totals_ManyRows_AddUpOverComponentsTensorsAndPhases(string library)
    {
        CostLedger ledger = Open(library, WorkedExample.Circuit);
        Int128 rows = 0;
        for (int step = 1; step <= 20; step++)
        {
            for (int row = 0; row < 4; row++)
            {
                ledger.Enter(row / 2, row % 2, Scaled((step * 7) + row));
                rows += ledger.Rows[row].TotalAttojoules;
            }
        }

        LedgerTotals totals = ledger.Totals;
        Assert.Equal(rows, totals.TotalAttojoules);
        Assert.Equal(rows, Sum(totals.ComponentAttojoules) + totals.LeakageAttojoules);
        Assert.Equal(rows, Sum(totals.TensorAttojoules));
        Assert.Equal(rows, Sum(totals.PhaseAttojoules));
        Assert.Equal(20 * (8 + 2), totals.Updates);
        Assert.Equal((double)rows / 200, totals.AttojoulesPerUpdate);
    }

    [Fact]
    public void Enter_TwiceTheLanes_HalvesTimeAndLeavesDynamicEnergy()
    {
        CostLedger one = Open("neurosim45lp", WorkedExample.Circuit);
        CostLedger two = Open("neurosim45lp", WorkedExample.Circuit with { Lanes = 4 });
        one.Enter(0, 0, Scaled(10));
        two.Enter(0, 0, Scaled(10));

        Assert.Equal(one.Rows[0].Picoseconds, 2 * two.Rows[0].Picoseconds);
        Assert.Equal(one.Rows[0].EnergiesAttojoules, two.Rows[0].EnergiesAttojoules);
    }

    [Fact]
    public void Enter_SlowerClock_LeaksInProportionToTheTime()
    {
        ArchitectureModel fast = WorkedExample.Circuit with { Storage = StorageKind.Registers };
        CostLedger one = Open("neurosim45lp", fast);
        CostLedger two = Open("neurosim45lp", fast with { ClockHertz = 1e6 });
        one.Enter(0, 0, Scaled(10));
        two.Enter(0, 0, Scaled(10));

        Assert.True(two.Rows[0].Picoseconds > one.Rows[0].Picoseconds);
        Assert.Equal(
            (double)two.Rows[0].Picoseconds / one.Rows[0].Picoseconds,
            (double)two.Rows[0].LeakageAttojoules / one.Rows[0].LeakageAttojoules,
            1e-4);
    }

    [Fact]
    public void Endurance_TensorWithMostResetsPerCell_IsTheOneReported()
    {
        CostLedger ledger = Open("dally45", WorkedExample.Circuit);
        ledger.Enter(0, 0, Scaled(1));
        ledger.Enter(1, 0, Scaled(2));
        ledger.Enter(1, 1, Scaled(3));

        // 5 x 48 RESET pulses on 2 groups of 4 cells, of a rated 10^6.
        Assert.Equal("conv1.bias", ledger.Endurance.Tensor);
        Assert.Equal(30.0, ledger.Endurance.CyclesPerCell);
        Assert.Equal(30e-6, ledger.Endurance.Share!.Value, 1e-12);
        Assert.Equal(1e6 / 30, ledger.Endurance.StepsUntilWearOut(1)!.Value, 1e-6);
    }

    [Fact]
    public void Enter_RowOfMoreThanNineJoules_IsNotWrapped() =>
        Assert.Throws<OverflowException>(() => Open("dally45", WorkedExample.Circuit).Enter(0, 0, Scaled(1_000_000_000_000)));

    [Fact]
    public void Add_SumsOfAnotherLibrary_AreRefused()
    {
        LedgerTotals totals = Open("dally45", WorkedExample.Circuit).Totals;

        Assert.Throws<ArgumentException>(() => totals.Add(Open("neurosim45lp", WorkedExample.Circuit).Totals));
    }

    [Theory]
    [InlineData("conv1.weight", "conv1")]
    [InlineData("block.fc.bias", "block.fc")]
    [InlineData("scale", "scale")]
    public void Layer_OfATensor_IsWhatStandsBeforeItsLastDot(string tensor, string layer) =>
        Assert.Equal(layer, new LedgerTensor(tensor, 1, 1).Layer);

    private static CostLedger Open(string library, ArchitectureModel circuit) =>
        new(new CostModel(CostLibraryCatalog.Resolve(library), circuit), Tensors, Phases);

    private static OperationCounts Scaled(long factor)
    {
        OperationCounts one = WorkedExample.Counts;
        return new OperationCounts
        {
            Numbers = factor * one.Numbers,
            Bits = factor * one.Bits,
            LaneCycles = factor * one.LaneCycles,
            SetPulses = factor * one.SetPulses,
            SetEvents = factor * one.SetEvents,
            ResetPulses = factor * one.ResetPulses,
            Reads = factor * one.Reads,
            CounterIncrements = factor * one.CounterIncrements,
            RegisterReads = factor * one.RegisterReads,
            RegisterWrites = factor * one.RegisterWrites,
        };
    }

    private static Int128 Sum(Int128[] energies) => energies.Aggregate((Int128)0, (sum, one) => sum + one);
}
