using System;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;

namespace ScEdge.Entropy.Tests.FrontEnd;

/// <summary>A simulated front end with cells of a preset, and the driver and settings that fit it.</summary>
internal sealed class Bench
{
    public Bench(string preset = "jo2009", int cells = 1, int seed = 1, int tolerance = 1024)
    {
        // The preset's reset cell carries too little to be told from none; a leakier one can be.
        CbramPreset cell = PresetCatalog.Find(preset);
        cell = cell with
        {
            OnResistance = cell.OnResistance with { Value = 1e6 },
            OffResistance = cell.OffResistance with { Value = 2e7 },
            ReadVoltage = cell.ReadVoltage with { Value = 1.0 },
        };
        int width = (int)Math.Round(cell.SetPulseWidth!.Value * 1e9);
        FrontEnd = new SimulatedFrontEnd(cell, cells, seed);
        Limits = new SafetyLimits
        {
            MaximumMillivolts = 5500,
            MinimumMillivolts = -5500,
            SeriesOhms = (int)FrontEnd.SeriesOhms,
            MaximumMicroamperes = 55,
            MaximumWidthNanoseconds = Math.Max(width, 10_000),
        };
        Drive = new CellDriveSettings
        {
            SetWidthNanoseconds = width,
            ResetMillivolts = -3500,
            ResetWidthNanoseconds = 1000,
            ReadMillivolts = 1000,
            SetCounts = 500,
            ResetCounts = 200,
            OpenCounts = 20,
        };
        Driver = new CellDriver(FrontEnd, Limits, Drive);
        Calibration = new CalibrationSettings { LowestMillivolts = 1000, HighestMillivolts = 5500, Tolerance = tolerance };
    }

    public SimulatedFrontEnd FrontEnd { get; }

    public SafetyLimits Limits { get; }

    public CellDriveSettings Drive { get; }

    public CellDriver Driver { get; }

    public CalibrationSettings Calibration { get; }

    public double TrueProbability(int cell, int millivolts) =>
        FrontEnd.SetProbability(cell, millivolts, Drive.SetWidthNanoseconds);
}
