using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Experiments.Quantities;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// Multiply-accumulate units, binary against stochastic, as text and as JSON.
/// </summary>
/// <param name="tables">Tables per library; without an array where no network is known.</param>
/// <param name="streamLength">Bits of an operand.</param>
internal sealed class MacSummary(IReadOnlyList<(CostLibrary Library, MacTable Table, ArrayTable? Array)> tables, int streamLength)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        StreamLength = streamLength,
        Libraries = tables.Select(one => new
        {
            Library = one.Library.Name,
            Units = one.Table.Units.Select(unit => new
            {
                unit.Name,
                unit.Kind,
                unit.Contents,
                AreaSquareMicrometres = unit.Area?.Value,
                EnergyPerMacAttojoules = unit.EnergyPerMac?.Value,
                LeakageWatts = unit.Leakage?.Value * 1e-9,
                unit.LatencySeconds,
                unit.Bounded,
                unit.Lacking,
            }),
            Comparisons = one.Table.Comparisons.Where(HasRatio).Select(row => new
            {
                Numerator = row.Numerator.Name,
                Denominator = row.Denominator.Name,
                AreaRatio = row.Area?.Value,
                AreaOrdersOfMagnitude = row.Area?.OrdersOfMagnitude,
                EnergyRatio = row.Energy?.Value,
                EnergyOrdersOfMagnitude = row.Energy?.OrdersOfMagnitude,
                row.Scope,
            }),
            Array = one.Array is { } array ? new ArrayTables(array, one.Table).ToJson() : null,
        }),
        Published = PublishedResult.All,
    };

    /// <summary>Writes units and ratios of every library, then the published results.</summary>
    public void Write(IAnsiConsole console)
    {
        foreach ((CostLibrary library, MacTable table, ArrayTable? array) in tables)
        {
            console.MarkupLineInterpolated($"[bold]{library.Name}[/]: one multiply-accumulate, streams of {streamLength} bits");
            TextTable units = new(2, "unit", "contains", "area", "energy/MAC", "leakage", "latency");
            foreach (MacCost unit in table.Units)
            {
                string note = unit.Lacking.Count > 0 ? $"lacks {string.Join(", ", unit.Lacking)}"
                    : unit.Bounded.Count > 0 ? $"; within bounds: {string.Join(", ", unit.Bounded)}" : "";
                units.Add(
                    unit.Name,
                    unit.Contents + note,
                    QuantityText.Area(unit.Area?.Value),
                    QuantityText.Energy(unit.EnergyPerMac?.Value),
                    unit.Leakage is { } leakage ? QuantityText.Power(leakage.Value * 1e-9) : QuantityText.Missing,
                    QuantityText.Seconds(unit.LatencySeconds));
            }

            console.Write(units);
            TextTable ratios = new(2, "numerator", "denominator", "area ratio", "orders", "energy ratio", "orders", "holds");
            foreach (MacComparison row in table.Comparisons.Where(HasRatio))
            {
                ratios.Add(
                    row.Numerator.Name, row.Denominator.Name,
                    Ratio(row.Area), Orders(row.Area), Ratio(row.Energy), Orders(row.Energy), row.Scope);
            }

            if (ratios.RowCount > 0)
            {
                console.Write(ratios);
            }

            if (array is not null)
            {
                new ArrayTables(array, table).Write(console);
            }
        }

        console.WriteLine("Published, to stay sober by; none of it enters a ratio above");
        TextTable published = new(3, "system", "result", "note");
        foreach (PublishedResult result in PublishedResult.All)
        {
            published.Add(result.Name, result.Figures, result.Caveat);
        }

        console.Write(published);
        console.WriteLine(
            "Ratios above 1 favour the stochastic unit. \"cell level only\" leaves out drivers, sense amplifiers, gate and counter; "
            + "\"periphery within bounds\" takes the middle of the bounds where the library has no figure, "
            + "such as for a high-voltage driver, a charge pump or a DAC.");
    }

    private static bool HasRatio(MacComparison row) => row.Area is not null || row.Energy is not null;

    private static string Ratio(LibraryRatio? ratio) => ratio is null ? QuantityText.Missing : QuantityText.Digits(ratio.Value);

    private static string Orders(LibraryRatio? ratio) => ratio is null ? "" : ratio.OrdersOfMagnitude.ToString("+0.0;-0.0;0.0");
}
