using System.Collections.Generic;
using System.Linq;
using ScEdge.Entropy.Calibration;

namespace ScEdge.Cli.Calibration;

/// <summary>
/// One probability of a calibrated cell.
/// </summary>
/// <param name="Probability">The probability that was asked for.</param>
/// <param name="Millivolts">The voltage that the calibration gives for it; mV.</param>
/// <param name="Bound">Largest error that the calibration allows.</param>
internal sealed record CalibrationPoint(double Probability, int Millivolts, double Bound)
{
    private const int One = 65536;
    private const int CurveSteps = 16;

    /// <summary>Gets what the cell does at that voltage; null where only the cell knows.</summary>
    public double? TrueProbability { get; init; }

    /// <summary>Gets by how much the cell is off; null where only the cell knows.</summary>
    public double? Error => TrueProbability - Probability;

    /// <summary>Returns the curve of a table, from 1/16 to 15/16.</summary>
    public static IReadOnlyList<CalibrationPoint> Curve(CalibrationTable table) =>
    [
        .. Enumerable.Range(1, CurveSteps - 1).Select(step =>
        {
            uint probability = (uint)(step * (One / CurveSteps));
            return new CalibrationPoint((double)probability / One, table.MillivoltsFor(probability), (double)table.Bound(probability) / One);
        }),
    ];
}
