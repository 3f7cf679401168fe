using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Solving;
using ScEdge.Costing.Uncertainty;
using ScEdge.Costing.Workloads;
using ScEdge.Experiments.Figures;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Reproduction;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve.Costs;

/// <summary>What a circuit costs, priced by the library and drawn as in the reports, with the source of every figure to hover over.</summary>
internal static class CostDrawing
{
    private const string Prefix = "cost-";

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
            CostFigures.Breakdown(report, library, Prefix),
            CostFigures.Tornados(uncertain, Prefix),
            Solve(library, circuit, workload, request),
            CostFigures.Units(new MacTable(library, circuit, request.StreamLength), library, Prefix),
            ComparisonFigures.TradeOffs(
                runs.All.OrderByDescending(static run => run.Manifest.StartedUtc).Select(run => (runs.NameOf(run), run)), Prefix));
    }

    private static IEnumerable<Fact> Wear(CostReport report)
    {
        if (report.StepsUntilWearOut is { } steps)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{steps:N0} steps");
            yield return new Fact("Cells worn out after", text, $"rated life of {report.Circuit.Preset.Name}");
        }
    }

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
