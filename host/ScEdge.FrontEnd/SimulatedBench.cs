using System;
using ScEdge.Cbram;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Input;

namespace ScEdge.FrontEnd;

/// <summary>
/// A simulated front end with cells of a preset, and the driver and settings that fit it.
/// </summary>
/// <remarks>
/// The cells have the preset's switching law and RESET voltage, but <see cref="OnOhms"/> and <see cref="OffOhms"/>: the reset cells of the
/// presets carry too little
/// current to be told from none.
/// </remarks>
public sealed class SimulatedBench
{
    /// <summary>Resistance of a set cell; ohm.</summary>
    public const double OnOhms = 1e6;

    /// <summary>Resistance of a reset cell; ohm.</summary>
    public const double OffOhms = 2e7;

    /// <summary>Highest voltage of the drive, of either sign; mV.</summary>
    public const int HighestMillivolts = 5500;

    private const int ResetMillivolts = -3500;
    private const double ReadVolts = 1.0;

    /// <summary>Makes a bench.</summary>
    /// <param name="preset">The device.</param>
    /// <param name="cells">Number of cells.</param>
    /// <param name="seed">Seed of switching and noise.</param>
    /// <param name="tolerance">Largest error of the probability at a node of the calibration, in units of 2^-16.</param>
    /// <exception cref="InputException">The device has no fixed width of the SET pulse, or its RESET needs more than the bench gives.</exception>
    public SimulatedBench(CbramPreset preset, int cells, int seed, int tolerance)
    {
        if (preset.SetPulseWidth is null)
        {
            throw new InputException($"The device {preset.Name} is driven by the width of its pulses; the calibrating driver varies their "
                + "voltage, so choose one that is.");
        }

        if (preset.ResetVoltage.Value < ResetMillivolts * 1e-3)
        {
            throw new InputException(
                $"The device {preset.Name} resets at {preset.ResetVoltage.Value} V; the simulated front end gives {ResetMillivolts * 1e-3} "
                    + "V, so choose one that resets at less.");
        }

        CbramPreset device = preset with
        {
            OnResistance = preset.OnResistance with { Value = OnOhms },
            OffResistance = preset.OffResistance with { Value = OffOhms },
            ReadVoltage = preset.ReadVoltage with { Value = ReadVolts },
        };
        int width = (int)Math.Round(preset.SetPulseWidth.Value * 1e9);
        FrontEnd = new SimulatedFrontEnd(device, cells, seed);
        Limits = new SafetyLimits
        {
            MaximumMillivolts = HighestMillivolts,
            MinimumMillivolts = -HighestMillivolts,
            SeriesOhms = (int)FrontEnd.SeriesOhms,
            MaximumMicroamperes = 55,
            MaximumWidthNanoseconds = Math.Max(width, 10_000),
        };
        Drive = new CellDriveSettings
        {
            SetWidthNanoseconds = width,
            ResetMillivolts = ResetMillivolts,
            ResetWidthNanoseconds = 1000,
            ReadMillivolts = (int)(ReadVolts * 1000),
            SetCounts = 500,
            ResetCounts = 200,
            OpenCounts = 20,
        };
        Driver = new CellDriver(FrontEnd, Limits, Drive);
        Calibration = new CalibrationSettings { LowestMillivolts = 1000, HighestMillivolts = HighestMillivolts, Tolerance = tolerance };
    }

    /// <summary>Gets the front end.</summary>
    public SimulatedFrontEnd FrontEnd { get; }

    /// <summary>Gets the limits of the driver.</summary>
    public SafetyLimits Limits { get; }

    /// <summary>Gets the pulses and thresholds of the driver.</summary>
    public CellDriveSettings Drive { get; }

    /// <summary>Gets the driver.</summary>
    public CellDriver Driver { get; }

    /// <summary>Gets the settings of a calibration.</summary>
    public CalibrationSettings Calibration { get; }

    /// <summary>
    /// Returns the true share of ones among bits that a sound cell makes with SET pulses of one voltage. Of a cell that remembers its last bit
    /// it is p0 / (1 - p1 + p0), where p0 and p1 are the probabilities after a zero and after a one.
    /// </summary>
    public double TrueProbability(int cell, int millivolts)
    {
        double afterZero = FrontEnd.SetProbability(cell, millivolts, Drive.SetWidthNanoseconds, hasSwitched: false);
        double afterOne = FrontEnd.SetProbability(cell, millivolts, Drive.SetWidthNanoseconds, hasSwitched: true);
        return afterZero == afterOne ? afterZero : afterZero / (1 - afterOne + afterZero);
    }
}

/// <summary>
/// How a simulated cell is, or is connected.
/// </summary>
public enum CellCondition
{
    /// <summary>As it should be.</summary>
    Sound,

    /// <summary>It conducts whatever is done.</summary>
    StuckSet,

    /// <summary>It does not conduct whatever is done.</summary>
    StuckReset,

    /// <summary>Nothing is connected.</summary>
    Disconnected,

    /// <summary>Its terminals are exchanged.</summary>
    Reversed,
}
