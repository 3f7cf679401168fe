using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Calibration;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The curve p(V) of a calibrated cell as a table; what a cell truly does is known of simulated ones only.
/// </summary>
internal static class CurveTable
{
    private const int BarWidth = 32;

    /// <summary>Makes the table.</summary>
    public static Table Of(IReadOnlyList<CalibrationPoint> curve)
    {
        bool isTruthKnown = curve.Any(point => point.TrueProbability is not null);
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in isTruthKnown ? new[] { "p wanted", "V", "p true", "error", "bound" } : ["p wanted", "V", "bound"])
        {
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        }

        table.AddColumn(new TableColumn("p(V)").NoWrap());
        foreach (CalibrationPoint point in curve)
        {
            string[] truth = isTruthKnown ? [Text($"{point.TrueProbability:F4}"), Text($"{point.Error:+0.0000;-0.0000}")] : [];
            string bar = new('#', (int)Math.Round((point.TrueProbability ?? point.Probability) * BarWidth));
            string[] row = [Text($"{point.Probability:F4}"), Text($"{point.Millivolts * 1e-3:F3}"), .. truth, Text($"{point.Bound:F4}"), bar];
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
