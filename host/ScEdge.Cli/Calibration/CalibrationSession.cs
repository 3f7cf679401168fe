using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.FrontEnd;
using ScEdge.Input;

namespace ScEdge.Cli.Calibration;

/// <summary>
/// The board's own driver and calibrator on a simulated cell.
/// </summary>
internal static class CalibrationSession
{
    private const int One = 65536;

    /// <summary>Calibrates a cell.</summary>
    /// <param name="preset">The device.</param>
    /// <param name="condition">How the cell is.</param>
    /// <param name="tolerance">Largest error at the nodes.</param>
    /// <param name="seed">Seed of switching and noise.</param>
    /// <exception cref="InputException">The device cannot be driven by the simulated front end.</exception>
    public static CalibrationOutcome Run(CbramPreset preset, CellCondition condition, double tolerance, int seed)
    {
        SimulatedBench bench = new(preset, cells: 1, seed, (int)(tolerance * One));
        bench.FrontEnd[0].Condition = condition;
        CellCalibrator calibrator = new(bench.Driver, bench.Calibration);
        CellFault fault = calibrator.Calibrate(0, out CalibrationTable? table);
        return new CalibrationOutcome
        {
            Preset = preset.Name,
            PulseWidthSeconds = bench.Drive.SetWidthNanoseconds * 1e-9,
            Fault = fault,
            SetPulses = bench.Driver.SetPulses,
            ResetPulses = bench.Driver.ResetPulses,
            Judgements = calibrator.Judgements,
            Tolerance = (double)bench.Calibration.Tolerance / One,
            Curve = table is null ? [] : Curve(bench, table),
        };
    }

    private static IReadOnlyList<CalibrationPoint> Curve(SimulatedBench bench, CalibrationTable table) =>
        [.. CalibrationPoint.Curve(table).Select(point => point with { TrueProbability = bench.TrueProbability(0, point.Millivolts) })];
}
