using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
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
        };
    }

    private static List<SwitchingPoint> Points(SwitchingLaw law, double width, double low, double high)
    {
        List<SwitchingPoint> points = [];
        for (int i = 0; i < PointCount; i++)
        {
            double volts = low + ((high - low) * i / (PointCount - 1));
            points.Add(new SwitchingPoint(volts, law.Probability(volts, width)));
        }

        return points;
    }

    private static string Source(CbramPreset preset) =>
        $"tau0 = {preset.Tau0.ValueText}, confidence {preset.Tau0.ConfidenceText}: {preset.Tau0.Source}. "
        + $"V0 = {preset.V0.ValueText}, confidence {preset.V0.ConfidenceText}: {preset.V0.Source}.";
}
