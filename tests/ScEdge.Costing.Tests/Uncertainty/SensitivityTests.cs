using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Tests.Pricing;
using ScEdge.Costing.Uncertainty;
using ScEdge.Costing.Workloads;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Tests.Uncertainty;

[Trait("Kind", "Unit")]
public sealed class SensitivityTests
{
    private static readonly OperationCounts Counts = new UpdateWorkload(61706, 32).ToCounts();

    private static readonly ArchitectureModel LeNet5 = new() { Preset = WorkedExample.Circuit.Preset };

    public static TheoryData<string> Libraries => [.. CostLibraryCatalog.BuiltIn.Select(library => library.Name)];

    [Fact]
    public void Span_SumOfProducts_IsThatOfTheCorners()
    {
        UncertainInput[] inputs =
        [
            new("lanes", "2 to 8", "", [static one => one with { Lanes = 2 }, static one => one with { Lanes = 8 }]),
            new("clock", "1 to 9", "", [static one => one with { ClockHertz = 1 }, static one => one with { ClockHertz = 9 }]),
        ];
        Sensitivity figure =
            new(WorkedExample.Circuit with { Lanes = 4, ClockHertz = 3 }, inputs, static one => (10.0 * one.Lanes / one.ClockHertz) + one.Lanes);

        Assert.Equal(new Span((20 / 9.0) + 2, (40 / 3.0) + 4, 88), figure.Span);
        Assert.Equal(
            [("clock", 40 / 9.0 + 4, 44.0), ("lanes", 20 / 3.0 + 2, 80 / 3.0 + 8)],
            figure.Swings.Select(one => (one.Input.Name, one.Low, one.High)));
    }

    // The pulse width, whose power may turn, and five others: all 9 x 3^5 combinations of the real model.
    [Theory]
    [MemberData(nameof(Libraries))]
    public void Span_RealModel_IsThatOfAllCombinations(string name)
    {
        CostLibrary library = CostLibraryCatalog.Resolve(name);
        string[] names =
            ["on-resistance of a cell", "on/off ratio of a cell", "pulse width", "read pulse", "efficiency of the pump", "high-voltage-driver"];
        UncertainInput[] inputs = [.. Inputs(library).Where(input => names.Contains(input.Name))];
        Assert.Equal(names.Length, inputs.Length);

        foreach (Func<ArchitectureModel, double> figure in Figures(library))
        {
            double[] all = [.. Combinations(inputs, LeNet5).Select(figure)];
            Span span = new Sensitivity(LeNet5, inputs, figure).Span;

            Assert.Equal(all.Min(), span.Low, all.Min() * 1e-12);
            Assert.Equal(all.Max(), span.High, all.Max() * 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Circuit_EveryFigure_LiesWithinItsSpanAndEverySwingToo(string name)
    {
        CircuitSensitivity circuit = new(CostLibraryCatalog.Resolve(name), LeNet5, Counts, 61706);

        foreach (Sensitivity figure in new[] { circuit.Energy, circuit.Power, circuit.Area, circuit.Leakage, circuit.Rate })
        {
            Assert.True(figure.Span.Low > 0 && figure.Span.Low < figure.Span.Nominal && figure.Span.Nominal < figure.Span.High);
            Assert.All(figure.Swings, swing => Assert.True(swing.Low >= figure.Span.Low && swing.High <= figure.Span.High));
            Assert.Equal(figure.Swings.OrderByDescending(swing => swing.High - swing.Low), figure.Swings);
        }

        CostReport report = circuit.Model.Price(Counts);
        Assert.Equal((double)report.TotalAttojoules / 61706, circuit.Energy.Span.Nominal);

        // At 1.1 V the circuit leaks so much that time costs more than cells do.
        string first = name == "nangate45-synthesised" ? "pulse width" : "on-resistance of a cell";
        Assert.Equal(first, circuit.Energy.Swings[0].Input.Name);
    }

    // 46 pJ, 4.6 pJ, 0.21 pJ for SET at p = 1/2: energy of the cells goes with 1 / Ron, so a tenth of Ron is ten times the cells' energy.
    [Fact]
    public void OnResistance_LowerEnd_IsTenTimesTheEnergyOfTheCells()
    {
        UncertainInput resistance = Inputs(CostLibraryCatalog.Resolve("dally45")).Single(input => input.Name == "on-resistance of a cell");
        long Set(ArchitectureModel circuit) => new CostModel(CostLibraryCatalog.Resolve("dally45"), circuit).Cells.SetAttojoules;

        Assert.Equal(10.0, (double)Set(resistance.Alternatives[0](LeNet5)) / Set(LeNet5), 1e-4);
        Assert.Equal(1 / 26.0, (double)Set(resistance.Alternatives[1](LeNet5)) / Set(LeNet5), 1e-4);
    }

    [Fact]
    public void Inputs_MeasuredDevice_AreNotUncertain()
    {
        ArchitectureModel measured = LeNet5 with
        {
            Preset = LeNet5.Preset with { OnResistance = LeNet5.Preset.OnResistance with { Confidence = ScEdge.Cbram.Confidence.Primary } },
        };

        Assert.DoesNotContain(
            UncertainInputs.Of(measured, CostLibraryCatalog.Resolve("dally45"), []), input => input.Name == "on-resistance of a cell");
    }

    [Fact]
    public void Inputs_Alternatives_CommuteWithEachOther()
    {
        UncertainInput[] inputs = [.. Inputs(CostLibraryCatalog.Resolve("dally45"))];
        foreach (UncertainInput one in inputs)
        {
            foreach (UncertainInput other in inputs.Where(other => other != one))
            {
                Func<ArchitectureModel, double> energy = Figures(CostLibraryCatalog.Resolve("dally45")).First();
                double first = energy(other.Alternatives[0](one.Alternatives[0](LeNet5)));
                Assert.Equal(first, energy(one.Alternatives[0](other.Alternatives[0](LeNet5))), first * 1e-9);
            }
        }
    }

    private static IReadOnlyList<UncertainInput> Inputs(CostLibrary library) =>
        UncertainInputs.Of(LeNet5, library, CircuitSensitivity.UncertainComponents(new CostModel(library, LeNet5)));

    private static IEnumerable<Func<ArchitectureModel, double>> Figures(CostLibrary library) =>
    [
        one => (double)new CostModel(library, one).Price(Counts).TotalAttojoules,
        one => new CostModel(library, one).Price(Counts).PowerWatts,
        one => new CostModel(library, one).AreaSquareMicrometres,
    ];

    private static IEnumerable<ArchitectureModel> Combinations(IEnumerable<UncertainInput> inputs, ArchitectureModel circuit) =>
        inputs.Aggregate<UncertainInput, IEnumerable<ArchitectureModel>>(
            [circuit], (circuits, input) => circuits.SelectMany(one => input.Alternatives.Select(change => change(one)).Append(one)));
}
