using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// How the cells of a preset switch: probability against voltage, at the preset's pulse width and a decade to either side.
/// </summary>
public static class SwitchingCurves
{
    private const int PointCount = 121;
    private const double LowestProbability = 1.0 / 65536;

    // Where the outer curves are cut: nearly flat beyond.
    private const double CurveEnd = 1e-3;

    /// <summary>Builds the panel.</summary>
    public static SwitchingPanel Of(CbramPreset preset)
    {
        SwitchingLaw law = preset.Law;
        double width = preset.PulseFor(0.5).PulseWidthSeconds;
        double[] widths = [width / 10, width, width * 10];
        double usedLow = law.Voltage(LowestProbability, width);
        double usedHigh = law.Voltage(1 - LowestProbability, width);
        double low = Math.Min(usedLow, law.Voltage(CurveEnd, widths[^1]));
        double high = Math.Max(usedHigh, law.Voltage(1 - CurveEnd, widths[0]));
        SwitchingPanel panel = new()
        {
            Preset = preset.Name,
            Curves = [.. widths.Select(one => new SwitchingCurve(one, Points(law, one, low, high)))],
            Source = Source(preset),
        };
        if (preset.DriveMode == DriveMode.PulseWidth)
        {
            // The width varies at one voltage: no curve and no range is the one that was used.
            return panel;
        }

        return panel with
        {
            OperatingPulseWidthSeconds = width,
            OperatingLowVolts = usedLow,
            OperatingHighVolts = usedHigh,
            Bounds = law.Table is { } table
                ? [.. Bounds(law, table, width, low, table.LowestVolts), .. Bounds(law, table, width, table.HighestVolts, high)]
                : [],
        };
    }

    /// <summary>Lower and upper bound of a curve between two voltages that were not measured; nothing where there is nothing between them.</summary>
    private static IEnumerable<SwitchingCurve> Bounds(SwitchingLaw law, TauTable table, double width, double from, double to)
    {
        if (to <= from)
        {
            yield break;
        }

        foreach (bool isLongWait in (bool[])[true, false])
        {
            yield return new SwitchingCurve(width, [.. Volts(from, to).Select(volts => new SwitchingPoint(volts, Probability(volts)))]);

            double Probability(double volts)
            {
                (double shortest, double longest) = table.LnTauBounds(volts);
                return 1 - Math.Exp(-Math.Exp(law.Waits.LnHazard(Math.Log(width) - (isLongWait ? longest : shortest))));
            }
        }
    }

    private static IEnumerable<double> Volts(double low, double high) =>
        Enumerable.Range(0, PointCount).Select(i => low + ((high - low) * i / (PointCount - 1)));

    private static List<SwitchingPoint> Points(SwitchingLaw law, double width, double low, double high) =>
        [.. Volts(low, high).Select(volts => new SwitchingPoint(volts, law.Probability(volts, width)))];

    private static string Source(CbramPreset preset)
    {
        string waits = preset.WaitShape is { } shape
            ? $" {WaitFamilyNames.Of(preset.WaitFamily)} waits of shape {shape.ValueText}, confidence {shape.ConfidenceText}: {shape.Source}."
            : "";
        return preset.TauTable is { } table
            ? $"A table of {table.Points.Count} waits, confidence {table.Confidence.Text()}: {table.Source}. {DriveRange.Of(preset).Sentence} "
                + $"The bounds there take the slope for any between the flattest and the steepest that were measured.{waits}"
            : $"tau0 = {preset.Tau0?.ValueText}, confidence {preset.Tau0?.ConfidenceText}: {preset.Tau0?.Source}. "
                + $"V0 = {preset.V0?.ValueText}, confidence {preset.V0?.ConfidenceText}: {preset.V0?.Source}.{waits}";
    }
}
