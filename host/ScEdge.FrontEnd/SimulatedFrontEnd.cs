using System;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Entropy.Cells;

namespace ScEdge.FrontEnd;

/// <summary>
/// Converters with steps, offset and noise, a series resistor, and cells of a preset: what the driver meets on a bench.
/// </summary>
public sealed class SimulatedFrontEnd : IAnalogueFrontEnd
{
    private readonly SimulatedCell[] _cells;
    private readonly Random _random;
    private int _selected;

    /// <summary>Makes a front end.</summary>
    /// <param name="preset">Law, resistances and RESET voltage of every cell.</param>
    /// <param name="cellCount">Number of cells.</param>
    /// <param name="seed">Seed of switching and noise.</param>
    public SimulatedFrontEnd(CbramPreset preset, int cellCount, int seed)
    {
        _random = new Random(seed);
        _cells = Enumerable.Range(0, cellCount).Select(_ => new SimulatedCell(preset, _random)).ToArray();
    }

    /// <summary>Gets the resistor in series with every cell; ohm.</summary>
    public double SeriesOhms { get; init; } = 100_000;

    /// <summary>Gets the end of the drive converter's range, which is the same on both sides of zero; V.</summary>
    public double DacFullScaleVolts { get; init; } = 6.0;

    /// <summary>Gets or sets the resolution of the drive converter; bits.</summary>
    public int DacBits { get; set; } = 12;

    /// <summary>Gets what the drive converter adds to every voltage; V.</summary>
    public double DacOffsetVolts { get; init; } = 0.02;

    /// <summary>Gets the resolution of the reading converter; bits.</summary>
    public int AdcBits { get; init; } = 12;

    /// <summary>Gets the current of one count; A.</summary>
    public double AdcAmperesPerCount { get; init; } = 1e-9;

    /// <summary>Gets what the reading converter adds to every reading; counts.</summary>
    public double AdcOffsetCounts { get; init; } = 3;

    /// <summary>Gets the standard deviation of a reading; counts.</summary>
    public double AdcNoiseCounts { get; init; } = 2;

    /// <inheritdoc/>
    public int CellCount => _cells.Length;

    /// <summary>Gets the strongest drive that was ever applied, of either sign; mV.</summary>
    public int LargestMillivolts { get; private set; }

    /// <summary>Gets a cell.</summary>
    public SimulatedCell this[int cell] => _cells[cell];

    /// <summary>Returns the true probability that a pulse of the drive sets a sound, reset cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="millivolts">Voltage of the pulse; mV.</param>
    /// <param name="widthNanoseconds">Its width; ns.</param>
    /// <param name="hasSwitched">Whether the SET pulse before has switched the cell.</param>
    public double SetProbability(int cell, int millivolts, int widthNanoseconds, bool hasSwitched = false) =>
        _cells[cell].SetProbability(DriveVolts(millivolts), SeriesOhms, widthNanoseconds * 1e-9, hasSwitched);

    /// <inheritdoc/>
    public void Select(int cell) => _selected = cell;

    /// <inheritdoc/>
    public void Pulse(int millivolts, int widthNanoseconds)
    {
        LargestMillivolts = Math.Max(LargestMillivolts, Math.Abs(millivolts));
        _cells[_selected].Pulse(DriveVolts(millivolts), SeriesOhms, widthNanoseconds * 1e-9);
    }

    /// <inheritdoc/>
    public int ReadCurrentCounts(int millivolts)
    {
        double amperes = DriveVolts(millivolts) / (SeriesOhms + _cells[_selected].Ohms);
        double counts = (amperes / AdcAmperesPerCount) + AdcOffsetCounts + (AdcNoiseCounts * Gaussian());
        return (int)Math.Clamp(Math.Round(counts), 0, (1 << AdcBits) - 1);
    }

    private double DriveVolts(int millivolts)
    {
        double step = 2 * DacFullScaleVolts / (1 << DacBits);
        return (Math.Round(millivolts * 1e-3 / step) * step) + DacOffsetVolts;
    }

    /// <summary>A normal deviate (G. E. P. Box, M. E. Muller, 1958).</summary>
    private double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
