using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Tests.Pricing;

/// <summary>
/// The step of hw-docs/power-model.md: 8 parameters, streams of 4 bits of probability 1/2, 2 lanes of 4 cells.
/// </summary>
internal static class WorkedExample
{
    public static ArchitectureModel Circuit => new()
    {
        Lanes = 2,
        CellsPerLane = 4,
        StreamLength = 4,
        Parameters = 8,
        Preset = PresetCatalog.Find("jo2009"),
        Probabilities = ProbabilityDistribution.Constant(0.5),
    };

    public static OperationCounts Counts => new()
    {
        Numbers = 24,
        Bits = 96,
        LaneCycles = 24,
        SetPulses = 96,
        SetEvents = 48,
        ResetPulses = 48,
        Reads = 96,
        CounterIncrements = 48,
        RegisterReads = 24,
        RegisterWrites = 16,
    };

    public static CostReport Price(string library) => Price(library, Circuit);

    public static CostReport Price(string library, ArchitectureModel circuit) => Price(library, circuit, Counts);

    public static CostReport Price(string library, ArchitectureModel circuit, OperationCounts counts) =>
        new CostModel(CostLibraryCatalog.Resolve(library), circuit).Price(counts);
}
