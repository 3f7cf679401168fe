using System;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Entropy.Cells;

namespace ScEdge.Entropy.Tests.FrontEnd;

/// <summary>
/// Converters with steps, offset and noise, a series resistor, and cells of a preset: what the driver meets on a bench.
/// </summary>
internal sealed class SimulatedFrontEnd : IAnalogueFrontEnd
{
    private readonly SimulatedCell[] cells;
    private readonly Random random;
    private int selected;

    public SimulatedFrontEnd(CbramPreset preset, int cellCount, int seed)
    {
        random = new Random(seed);
        cells = Enumerable.Range(0, cellCount).Select(_ => new SimulatedCell(preset, random)).ToArray();
    }

    /// <summary>Resistor in series with every cell.</summary>
    public double SeriesOhms { get; init; } = 100_000;

    /// <summary>The drive converter spans -DacFullScaleVolts to +DacFullScaleVolts.</summary>
    public double DacFullScaleVolts { get; init; } = 6.0;

    public int DacBits { get; init; } = 12;

    public double DacOffsetVolts { get; init; } = 0.02;

    public int AdcBits { get; init; } = 12;

    public double AdcAmperesPerCount { get; init; } = 1e-9;

    public double AdcOffsetCounts { get; init; } = 3;

    /// <summary>Standard deviation of a reading.</summary>
    public double AdcNoiseCounts { get; init; } = 2;

    public int CellCount => cells.Length;

    /// <summary>The strongest drive that was ever applied, in millivolts: what the safety limits are checked against.</summary>
    public int LargestMillivolts { get; private set; }

    public SimulatedCell this[int cell] => cells[cell];

    /// <summary>True probability that a pulse of the drive sets a sound, reset cell.</summary>
    public double SetProbability(int cell, int millivolts, int widthNanoseconds) =>
        cells[cell].SetProbability(DriveVolts(millivolts), SeriesOhms, widthNanoseconds * 1e-9);

    public void Select(int cell) => selected = cell;

    public void Pulse(int millivolts, int widthNanoseconds)
    {
        LargestMillivolts = Math.Max(LargestMillivolts, Math.Abs(millivolts));
        cells[selected].Pulse(DriveVolts(millivolts), SeriesOhms, widthNanoseconds * 1e-9);
    }

    public int ReadCurrentCounts(int millivolts)
    {
        double amperes = DriveVolts(millivolts) / (SeriesOhms + cells[selected].Ohms);
        double counts = (amperes / AdcAmperesPerCount) + AdcOffsetCounts + (AdcNoiseCounts * Gaussian());
        return (int)Math.Clamp(Math.Round(counts), 0, (1 << AdcBits) - 1);
    }

    private double DriveVolts(int millivolts)
    {
        double step = 2 * DacFullScaleVolts / (1 << DacBits);
        return (Math.Round(millivolts * 1e-3 / step) * step) + DacOffsetVolts;
    }

    private double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
