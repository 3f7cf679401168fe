using System;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Solving;
using ScEdge.Costing.Workloads;
using ScEdge.Input;

namespace ScEdge.Costing.Tests.Solving;

[Trait("Kind", "Unit")]
public sealed class OperatingPointSolverTests
{
    private static readonly UpdateWorkload LeNet5 = new(61706, 32);

    public static TheoryData<string> Libraries => [.. CostLibraryCatalog.BuiltIn.Select(library => library.Name)];

    private static ArchitectureModel Circuit => new() { Preset = PresetCatalog.Find("jo2009") };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Solve_PapersPoint_KeepsWithinItAndCannotHoldOneMoreLane(string name)
    {
        CostLibrary library = CostLibraryCatalog.Resolve(name);

        // At 1.1 V the memory alone leaks more than the paper's power.
        double watts = name == "nangate45-synthesised" ? 20e-3 : 167e-6;
        OperatingTarget target = new(1.55e6, watts);

        OperatingPoint point = OperatingPointSolver.Solve(
            library, Circuit, LeNet5, target, OperatingPointSolver.PulseWidthsSeconds, OperatingPointSolver.ClocksHertz);

        CostReport again = new CostModel(library, point.Circuit).Price(LeNet5.ToCounts());
        Assert.Equal(again.TotalAttojoules, point.Report.TotalAttojoules);
        Assert.True(again.AreaSquareMicrometres <= 1.55e6 && again.PowerWatts <= watts);
        CostReport more = new CostModel(library, point.Circuit with { Lanes = point.Circuit.Lanes + 1 }).Price(LeNet5.ToCounts());
        Assert.True(more.AreaSquareMicrometres > 1.55e6 || more.PowerWatts > watts);
        Assert.Equal(61706 / again.Seconds, point.UpdatesPerSecond, 1e-6);
    }

    [Theory]
    [InlineData(1e5, 1.0, "mm2 cannot be met")]
    [InlineData(1e7, 1e-9, "uW cannot be met")]
    public void Solve_ImpossiblePoint_SaysWhatIsInTheWay(double area, double power, string part)
    {
        InputException exception = Assert.Throws<InputException>(() => OperatingPointSolver.Solve(
            CostLibraryCatalog.Resolve("tsmc40lp-unarysim"), Circuit, LeNet5, new OperatingTarget(area, power), [1e-6], [1e6, 400e6]));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Solve_PulseWidthOfNone_KeepsTheDevices()
    {
        OperatingPoint point = OperatingPointSolver.Solve(
            CostLibraryCatalog.Resolve("neurosim45lp"), Circuit, LeNet5, new OperatingTarget(1e6, 1e-3), [], [400e6]);

        Assert.Equal(1e-6, point.Circuit.SetSlotSeconds);
        Assert.Equal(400e6, point.Circuit.ClockHertz);
    }

    [Fact]
    public void Series_Steps_AreOneTwoFive()
    {
        Assert.Equal([1e-8, 2e-8, 5e-8, 1e-7], OperatingPointSolver.PulseWidthsSeconds.Take(4));
        Assert.Equal(1e-3, OperatingPointSolver.PulseWidthsSeconds[^1]);
        Assert.Equal(400e6, OperatingPointSolver.ClocksHertz[^1]);
    }
}
