using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Calibration;
using ScEdge.Cli.Output;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The curve p(V) of a calibrated cell as a table; what a cell truly does is known of simulated ones only.
/// </summary>
internal static class CurveTable
{
    private const int BarWidth = 24;

    /// <summary>Makes the table.</summary>
    public static TextTable Of(IReadOnlyList<CalibrationPoint> curve)
    {
        bool isTruthKnown = curve.Any(point => point.TrueProbability is not null);
        string[] truths = isTruthKnown ? ["p true", "error"] : [];
        TextTable table = new(0, ["p wanted", "V", .. truths, "bound", "p(V)"]) { LastTexts = 1 };
        foreach (CalibrationPoint point in curve)
        {
            string[] truth = isTruthKnown ? [Text($"{point.TrueProbability:F4}"), Text($"{point.Error:+0.0000;-0.0000}")] : [];
            string bar = new('#', (int)Math.Round((point.TrueProbability ?? point.Probability) * BarWidth));
            table.Add([Text($"{point.Probability:F4}"), Text($"{point.Millivolts * 1e-3:F3}"), .. truth, Text($"{point.Bound:F4}"), bar]);
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
