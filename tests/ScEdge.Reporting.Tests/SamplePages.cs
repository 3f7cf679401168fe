using System.IO;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Tests;

/// <summary>Pages of every kind with every chart on them.</summary>
internal static class SamplePages
{
    public static string Of(string name)
    {
        switch (name)
        {
            case "reproduction":
                using (StringWriter text = new())
                {
                    ReproductionPage.Write(Reproduction(), text);
                    return text.ToString();
                }

            case "sweep":
                using (StringWriter text = new())
                {
                    SweepPage.Write(SweepPageTests.Report, text);
                    return text.ToString();
                }

            case "62 classes":
                return SampleReports.Write(SampleReports.Full(seeds: 3, classes: 62) with { Cost = Cost() });
            default:
                return SampleReports.Write(SampleReports.Full(seeds: name == "one seed" ? 1 : 5) with { Cost = Cost() });
        }
    }

    private static CostPanel Cost() => new(
        "library", [], "Energy of an update", [new Bar("cells", 80.5, "80.5 pJ"), new Bar("logic", 12, "12 pJ")],
        [new Bar("conv1", 4e5, "400 nJ")], []);

    private static ReproductionReport Reproduction() => new()
    {
        Summary = "edge on MNIST",
        Created = "2026-01-02T03:04:05Z",
        Program = "scedge 0.1.0 (0123456789ab)",
        CommandLine = "scedge reproduce",
        Claims = [],
        Spans = new SpanTable(["a", "b"], [new SpanRow("Area", ["1", "2"])]),
        Tornados =
        [
            new Tornado("a", "Energy of an update", "pJ", 10, [new TornadoBar("pulse width", "1 to 9 us", "Jo 2009", 2, 90)]),
            new Tornado("a", "Area", "mm2", 1, [new TornadoBar("pitch", "1 to 2 um", "Jo 2009", 0.5, 3)]),
        ],
        Breakdowns = [new LibraryBreakdown("a", [new Bar("cells", 12.5, "12.5 um2")], [new Bar("leakage", 0.001, "1 mW")], ["driver"])],
        EnergyByBits = [new Curve("a", [(8, 20), (16, 41), (32, 83)]), new Curve("b", [(8, 25), (16, 52), (32, 99)])],
        TradeOffs = [new TradeOff("8", 0.3, 0.1, 30, 1.1), new TradeOff("32/4/4", 0.02, 0.1, 110, 1.1)],
        TradeOffLibrary = "a",
        AreaByLanes = [new Curve("a", [(64, 0.5), (256, 1)])],
        PowerByLanes = [new Curve("a", [(64, 1), (256, 4)])],
        RateByLanes = new Curve("every library", [(64, 5), (256, 20)]),
        Published = [],
    };
}
