using System;
using System.Globalization;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Uncertainty;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Reproduction;
using ScEdge.Reporting.Fragments;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Figures;

/// <summary>
/// The charts of what a circuit costs, with the source of every figure, as parts of a page.
/// </summary>
public static class CostFigures
{
    /// <summary>Draws area and power part by part.</summary>
    /// <param name="report">The price of a step.</param>
    /// <param name="library">The figures behind it.</param>
    /// <param name="id">What the names of the drawings begin with.</param>
    public static string Breakdown(CostReport report, CostLibrary library, string id) => string.Concat(Area(report, library, id), Power(report, id));

    /// <summary>Draws what each uncertain input does alone to energy and area.</summary>
    /// <param name="circuit">The analysis.</param>
    /// <param name="id">What the names of the drawings begin with.</param>
    public static string Tornados(CircuitSensitivity circuit, string id) => string.Concat(
        SpanPanels.Tornados(circuit).Select((one, index) => Fragment.Tornado($"{id}tornado-{(index == 0 ? "energy" : "area")}", one, index)));

    /// <summary>Draws multiply-accumulate units between energy and area.</summary>
    /// <param name="units">The units.</param>
    /// <param name="library">The figures behind them.</param>
    /// <param name="id">What the name of the drawing begins with.</param>
    public static string Units(MacTable units, CostLibrary library, string id)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(library);
        return Fragment.Front(
            id + "macs", "Multiply-accumulate units", $"energy against area, {library.Name}", ("Energy of one MAC, pJ", "Area, um2"),
            [
                .. from unit in units.Units
                   let area = unit.Area?.Value
                   let energy = unit.EnergyPerMac?.Value
                   where area is not null && energy is not null
                   select new PlanePoint(unit.Name, energy.Value * 1e-6, area.Value, (int)unit.Kind, Detail(unit, energy.Value, area.Value, library)),
            ]);
    }

    private static string Detail(MacCost unit, double energy, double area, CostLibrary library) =>
        $"{QuantityText.Energy(energy)}, {QuantityText.Area(area)}, {QuantityText.Seconds(unit.LatencySeconds)}; {unit.Contents}"
        + (unit.Bounded.Count > 0 ? $"; within bounds: {string.Join(", ", unit.Bounded)}" : "") + $"; figures of {library.Name}";

    private static string Area(CostReport report, CostLibrary library, string id) => Fragment.Bars(
        id + "area", "Area", $"by part, {library.Name}", "um2",
        [.. from row in report.Rows where row.AreaSquareMicrometres > 0 orderby row.AreaSquareMicrometres descending
            select new Bar(row.Name.Split(',')[0], row.AreaSquareMicrometres, QuantityText.Area(row.AreaSquareMicrometres))
            {
                Detail = Source(row, library),
            }],
        kind: 0);

    private static string Power(CostReport report, string id) => Fragment.Bars(
        id + "power", "Power at full speed", "by what it is spent on", "W",
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
}
