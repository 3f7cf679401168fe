using ScEdge.Cbram.Presets;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.FrontEnd;

namespace ScEdge.Entropy.Tests.FrontEnd;

/// <summary>A simulated bench by the name of its device.</summary>
internal sealed class Bench(string preset = "jo2009", int cells = 1, int seed = 1, int tolerance = 1024)
{
    private readonly SimulatedBench _bench = new(PresetCatalog.Find(preset), cells, seed, tolerance);

    public SimulatedFrontEnd FrontEnd => _bench.FrontEnd;

    public SafetyLimits Limits => _bench.Limits;

    public CellDriveSettings Drive => _bench.Drive;

    public CellDriver Driver => _bench.Driver;

    public CalibrationSettings Calibration => _bench.Calibration;

    public double TrueProbability(int cell, int millivolts) => _bench.TrueProbability(cell, millivolts);
}
