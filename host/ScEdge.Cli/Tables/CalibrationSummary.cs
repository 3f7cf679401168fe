using System;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Calibration;
using ScEdge.Entropy.Cells;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What a calibration found, as text and as JSON.
/// </summary>
/// <param name="outcome">What it found.</param>
internal sealed class CalibrationSummary(CalibrationOutcome outcome)
{
    private const int BarWidth = 32;

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Simulated = true,
        outcome.Preset,
        outcome.PulseWidthSeconds,
        Fault = Name(outcome.Fault),
        outcome.SetPulses,
        outcome.ResetPulses,
        outcome.Judgements,
        outcome.Tolerance,
        outcome.LargestError,
        Curve = outcome.Curve.Select(point => new { point.Probability, point.Millivolts, point.TrueProbability, point.Error, point.Bound }),
    };

    /// <summary>Writes the curve, or what is wrong with the cell.</summary>
    public void Write(IAnsiConsole console)
    {
        console.WriteLine($"SIMULATED: no hardware took part. A cell of {outcome.Preset} behind simulated converters, SET pulses of {Text($"{outcome.PulseWidthSeconds * 1e6:G4}")} us.");
        console.WriteLine(Pulses);
        if (outcome.Fault != CellFault.None)
        {
            console.WriteLine($"The cell cannot be calibrated: {Name(outcome.Fault)}. {Explanation(outcome.Fault)}");
            return;
        }

        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in new[] { "p wanted", "V", "p true", "error", "bound" })
        {
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        }

        table.AddColumn(new TableColumn("p(V)").NoWrap());
        foreach (CalibrationPoint point in outcome.Curve)
        {
            table.AddRow(
                new Text(Text($"{point.Probability:F4}")),
                new Text(Text($"{point.Millivolts * 1e-3:F3}")),
                new Text(Text($"{point.TrueProbability:F4}")),
                new Text(Text($"{point.Error:+0.0000;-0.0000}")),
                new Text(Text($"{point.Bound:F4}")),
                new Text(new string('#', (int)Math.Round(point.TrueProbability * BarWidth))));
        }

        console.Write(table);
        console.WriteLine(Text($"Largest error {outcome.LargestError:F4}; at the nine voltages that are kept at most {outcome.Tolerance:F4} was allowed."));
    }

    private string Pulses => Text($"{outcome.SetPulses:N0} SET and {outcome.ResetPulses:N0} RESET pulses, {outcome.Judgements:N0} judgements.");

    private static string Name(CellFault fault) => fault switch
    {
        CellFault.None => "none",
        CellFault.Disconnected => "disconnected",
        CellFault.StuckSet => "stuck set",
        CellFault.StuckReset => "stuck reset",
        CellFault.Reversed => "reversed",
        CellFault.OutOfRange => "out of range",
        _ => "drive too coarse",
    };

    private static string Explanation(CellFault fault) => fault switch
    {
        CellFault.Disconnected => "It carries no current in either state: look at its wiring.",
        CellFault.StuckSet => "RESET does not open it: replace it.",
        CellFault.StuckReset => "The strongest SET allowed does not close it: replace it.",
        CellFault.Reversed => "It closes on RESET and opens on SET: exchange its terminals.",
        CellFault.OutOfRange => "The wanted probabilities need another voltage than the limits allow: other pulses.",
        _ => "One step of the drive moves p by more than the tolerance: a smaller range of the drive, or a wider tolerance.",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
