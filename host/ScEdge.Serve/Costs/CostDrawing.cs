using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Solving;
using ScEdge.Costing.Uncertainty;
using ScEdge.Costing.Workloads;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Reproduction;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Reporting.Fragments;
using ScEdge.Reporting.Model;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve.Costs;

/// <summary>What a circuit costs, priced by the library and drawn as in the reports, with the source of every figure to hover over.</summary>
internal static class CostDrawing
{
    /// <summary>Prices and draws.</summary>
    /// <exception cref="InputException">The circuit cannot be priced.</exception>
    public static CostSheet Of(CostRequest request, RunFolder runs)
    {
        CostLibrary library = request.FindLibrary();
        ArchitectureModel circuit = request.ToCircuit();
        UpdateWorkload workload = request.ToWorkload();
        CostReport report = new CostModel(library, circuit).Price(workload.ToCounts());
        CircuitSensitivity uncertain = new(library, circuit, workload.ToCounts(), workload.Parameters);
        FixedPointSensitivity binary = new(library, circuit);
        return new CostSheet(
            [
                .. SpanPanels.Of([uncertain], [binary]).Rows.Select(
                    static row => new Fact(row.Name, row.Texts[0], "smallest to largest figure within all bounds in brackets")),
                .. Wear(report),
            ],
            string.Concat(Area(report, library), Power(report)),
            string.Concat(SpanPanels.Tornados(uncertain).Select(static (one, index) => Fragment.Tornado($"cost-tornado-{index}", one, index))),
            Solve(library, circuit, workload, request),
            Fragment.Front(
                "cost-macs", "Multiply-accumulate units", "energy against area", ("Energy of one MAC, pJ", "Area, um2"),
                Units(library, circuit, request)),
            Fragment.TradeOff("cost-runs", Trained(runs)));
    }

    private static IEnumerable<Fact> Wear(CostReport report)
    {
        if (report.StepsUntilWearOut is { } steps)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{steps:N0} steps");
            yield return new Fact("Cells worn out after", text, $"rated life of {report.Circuit.Preset.Name}");
        }
    }

    private static string Area(CostReport report, CostLibrary library) => Fragment.Bars(
        "cost-area", "Area", "by part",
        [.. from row in report.Rows where row.AreaSquareMicrometres > 0 orderby row.AreaSquareMicrometres descending
            select new Bar(row.Name.Split(',')[0], row.AreaSquareMicrometres, QuantityText.Area(row.AreaSquareMicrometres))
            {
                Detail = Source(row, library),
            }],
        kind: 0);

    private static string Power(CostReport report) => Fragment.Bars(
        "cost-power", "Power at full speed", "by what it is spent on",
        [.. from category in Enum.GetValues<CostCategory>()
            let watts = report.Seconds > 0 ? Attojoules.ToJoules(report.CategoryAttojoules(category)) / report.Seconds : 0
            where watts > 0
            select new Bar(category.ToString(), watts, QuantityText.Power(watts))
            {
                Detail = string.Join("; ", report.Rows.Where(row => row.Category == category && row.DynamicAttojoules > 0)
                    .Select(row => $"{row.Name}: {QuantityText.Energy(row.DynamicAttojoules)} a step, {row.Basis}")),
            }],
        kind: 1);

    private static string Source(CostRow row, CostLibrary library)
    {
        string component = row.Component.Split(" x ")[^1];
        string source = library.Find(component) is { } entry ? $"{entry.Source}; {entry.NodeNanometres:G4} nm, confidence {entry.Confidence}"
            : ComponentBounds.Find(component) is { } bound ? $"middle of bounds: {bound.Source}" : "geometry of the cells";
        string what = component.Length > 0 ? component : "cell";
        return string.Create(CultureInfo.InvariantCulture, $"{row.Name}: {row.Instances:N0} x {what}. {row.Basis}. Source: {source}");
    }

    private static IReadOnlyList<PlanePoint> Units(CostLibrary library, ArchitectureModel circuit, CostRequest request) =>
    [
        .. from unit in new MacTable(library, circuit, request.StreamLength).Units
           let area = unit.Area?.Value
           let energy = unit.EnergyPerMac?.Value
           where area is not null && energy is not null
           select new PlanePoint(
               unit.Name, energy.Value * 1e-6, area.Value, (int)unit.Kind,
               $"{QuantityText.Energy(energy.Value)}, {QuantityText.Area(area.Value)}, {QuantityText.Seconds(unit.LatencySeconds)}; {unit.Contents}"
               + (unit.Bounded.Count > 0 ? $"; within bounds: {string.Join(", ", unit.Bounded)}" : "") + $"; figures of {library.Name}"),
    ];

    private static IReadOnlyList<TradeOff> Trained(RunFolder runs) =>
    [
        .. (from run in runs.All
            let result = run.Manifest.Result
            where result?.DropFromFp32?.Points is not null && result.Cost is not null
            orderby run.Manifest.StartedUtc descending
            select new TradeOff(
                runs.NameOf(run), result.DropFromFp32!.Points!.Value, result.DropFromFp32.HalfWidth95 ?? 0,
                result.Cost!.EnergyPerUpdateAttojoules * 1e-6, result.Cost.AreaSquareMicrometres * 1e-6)).Take(12),
    ];

    private static IReadOnlyList<Fact> Solve(CostLibrary library, ArchitectureModel circuit, UpdateWorkload workload, CostRequest request)
    {
        try
        {
            OperatingPoint point = OperatingPointSolver.Solve(
                library, circuit, workload, new OperatingTarget(request.AreaSquareMillimetres * 1e6, request.PowerMicrowatts * 1e-6),
                circuit.Preset.SetPulseWidth is null ? [] : OperatingPointSolver.PulseWidthsSeconds, OperatingPointSolver.ClocksHertz);
            return
            [
                new("Updates per second", point.UpdatesPerSecond.ToString("N0", CultureInfo.InvariantCulture)),
                new("Lanes", point.Circuit.Lanes.ToString("N0", CultureInfo.InvariantCulture)),
                new("Clock", QuantityText.Frequency(point.Circuit.ClockHertz)),
                new("Pulse width", point.Circuit.Preset.SetPulseWidth is { } width ? QuantityText.Seconds(width.Value) : "of the device"),
                new("Area", QuantityText.Area(point.Report.AreaSquareMicrometres)),
                new("Power", QuantityText.Power(point.Report.PowerWatts)),
            ];
        }
        catch (InputException refusal)
        {
            return [new("Not possible", refusal.Message)];
        }
    }
}
