using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Solving;
using ScEdge.Experiments.Quantities;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The circuits that keep within an area and a power, one per library, as text and as JSON.
/// </summary>
/// <param name="points">The circuits.</param>
/// <param name="target">Area and power.</param>
/// <param name="refusals">Sentences for the libraries under which there is none.</param>
internal sealed class OperatingPointSummary(IReadOnlyList<OperatingPoint> points, OperatingTarget target, IReadOnlyList<string> refusals)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        TargetAreaSquareMicrometres = target.AreaSquareMicrometres,
        TargetPowerWatts = target.PowerWatts,
        Points = points.Select(point => new
        {
            Library = point.Report.Library.Name,
            point.Circuit.Lanes,
            point.Circuit.ClockHertz,
            PulseWidthSeconds = point.Circuit.SetSlotSeconds,
            LargestSetVoltageVolts = Volts(point),
            point.UpdatesPerSecond,
            point.Report.AreaSquareMicrometres,
            point.Report.PowerWatts,
            LeakageWatts = point.Report.LeakageNanowatts * 1e-9,
            Bounded = point.Report.Bounded.Select(row => new { row.Name, row.Bounded }),
        }),
        Impossible = refusals,
    };

    /// <summary>Writes a table.</summary>
    public void Write(IAnsiConsole console)
    {
        console.WriteLine(
            $"Most updates per second within {QuantityText.Area(target.AreaSquareMicrometres)} and {QuantityText.Power(target.PowerWatts)}");
        TextTable table = new(1, "library", "lanes", "clock", "pulse width", "SET up to", "updates/s", "area", "power", "of it leakage");
        foreach (OperatingPoint point in points)
        {
            table.Add(
                point.Report.Library.Name,
                point.Circuit.Lanes.ToString("N0"),
                QuantityText.Frequency(point.Circuit.ClockHertz),
                QuantityText.Seconds(point.Circuit.SetSlotSeconds),
                $"{Volts(point):F2} V",
                CountText.Of((long)point.UpdatesPerSecond),
                QuantityText.Area(point.Report.AreaSquareMicrometres),
                QuantityText.Power(point.Report.PowerWatts),
                QuantityText.Power(point.Report.LeakageNanowatts * 1e-9));
        }

        console.Write(table);
        foreach (string refusal in refusals)
        {
            console.WriteLine(refusal);
        }

        foreach (OperatingPoint point in points.Where(static point => point.Report.Bounded.Any()))
        {
            IEnumerable<string> bounded = point.Report.Bounded.Select(row => $"{row.Name} ({string.Join(", ", row.Bounded)})");
            console.WriteLine($"Where {point.Report.Library.Name} has no figure the middle of bounds stands: {string.Join("; ", bounded)}.");
        }
    }

    private static double Volts(OperatingPoint point) =>
        point.Circuit.Preset.PulseFor(point.Circuit.Probabilities.Probabilities[^1]).VoltageVolts;
}
