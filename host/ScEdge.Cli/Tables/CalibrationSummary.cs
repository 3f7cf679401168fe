using System;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Calibration;
using ScEdge.Cli.Output;
using ScEdge.Entropy.Cells;
using ScEdge.Experiments.Quantities;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What a calibration found, as text and as JSON.
/// </summary>
/// <param name="outcome">What it found.</param>
internal sealed class CalibrationSummary(CalibrationOutcome outcome)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Simulated = true,
        outcome.Preset,
        outcome.PulseWidthSeconds,
        Fault = CommandJson.Word(outcome.Fault),
        outcome.SetPulses,
        outcome.ResetPulses,
        outcome.Judgements,
        outcome.Tolerance,
        outcome.LargestError,
        Curve = outcome.Curve.Select(
            point => new { point.Probability, VoltageVolts = point.Millivolts / 1e3, point.TrueProbability, point.Error, point.Bound }),
    };

    /// <summary>Writes the curve, or what is wrong with the cell.</summary>
    public void Write(IAnsiConsole console)
    {
        console.WriteLine(
            "SIMULATED: no hardware took part. "
            + $"A cell of {outcome.Preset} behind simulated converters, "
            + $"SET pulses of {QuantityText.Seconds(outcome.PulseWidthSeconds)}.");
        console.WriteLine(Pulses);
        if (outcome.Fault != CellFault.None)
        {
            console.WriteLine($"The cell cannot be calibrated: {FaultText.Name(outcome.Fault)}. {FaultText.Explanation(outcome.Fault)}");
            return;
        }

        console.Write(CurveTable.Of(outcome.Curve));
        console.WriteLine(
            Text($"Largest error {outcome.LargestError:F4}; at the nine voltages that are kept at most {outcome.Tolerance:F4} was allowed."));
    }

    private string Pulses => Text($"{outcome.SetPulses:N0} SET and {outcome.ResetPulses:N0} RESET pulses, {outcome.Judgements:N0} judgements.");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
