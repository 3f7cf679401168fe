using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Workloads;
using ScEdge.Input;
using ScEdge.Training.Networks;

namespace ScEdge.Serve.Costs;

/// <summary>The circuit that is priced, as a user asks for it.</summary>
/// <remarks>Only what comes with the program can be named: a page that others write must not read files.</remarks>
public sealed record CostRequest
{
    /// <summary>Gets the name of the cost library.</summary>
    public string Library { get; init; } = CostLibraryCatalog.BuiltIn[0].Name;

    /// <summary>Gets the name of the device.</summary>
    public string Device { get; init; } = "jo2009";

    /// <summary>Gets the name of the network whose parameters are updated.</summary>
    public string Model { get; init; } = ModelCatalogue.Names[0];

    /// <summary>Gets the bits of a stream.</summary>
    public int StreamLength { get; init; } = 32;

    /// <summary>Gets the lanes.</summary>
    public int Lanes { get; init; } = 256;

    /// <summary>Gets the clock; MHz.</summary>
    public double ClockMegahertz { get; init; } = 400;

    /// <summary>Gets where weights and momentum live: registers, sram or cbram.</summary>
    public string Storage { get; init; } = "sram";

    /// <summary>Gets the area that an operating point may take; mm2.</summary>
    public double AreaSquareMillimetres { get; init; } = 1.55;

    /// <summary>Gets the power that it may take; uW.</summary>
    public double PowerMicrowatts { get; init; } = 167;

    /// <summary>Returns the library.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public CostLibrary FindLibrary() => CostLibraryCatalog.BuiltIn.FirstOrDefault(one => one.Name == Library)
        ?? throw new InputException(
            $"There is no cost library \"{Library}\": use {Words(CostLibraryCatalog.BuiltIn.Select(static one => one.Name))}.");

    /// <summary>Returns the network.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public ModelDescription FindModel() => ModelCatalogue.Names.Contains(Model)
        ? ModelCatalogue.Create(Model, channels: 1, height: 28, width: 28, classes: 10)
        : throw new InputException($"There is no network \"{Model}\": use {Words(ModelCatalogue.Names)}.");

    /// <summary>Returns the circuit.</summary>
    /// <exception cref="InputException">A name or a number cannot be used.</exception>
    public ArchitectureModel ToCircuit() => new ArchitectureModel
    {
        Preset = PresetCatalog.Find(Device),
        Probabilities = ProbabilityDistribution.MaximumEntropy(ProbabilityDistribution.MeasuredMean),
        Storage = Storage switch
        {
            "registers" => StorageKind.Registers,
            "sram" => StorageKind.Sram,
            "cbram" => StorageKind.Cbram,
            _ => throw new InputException($"There is no storage \"{Storage}\": use registers, sram or cbram."),
        },
        Lanes = Lanes,
        CellsPerLane = StreamLength,
        StreamLength = StreamLength,
        ClockHertz = ClockMegahertz * 1e6,
        Parameters = FindModel().ParameterCount,
    }.Validated();

    /// <summary>Returns the step that is priced.</summary>
    public UpdateWorkload ToWorkload() => new(FindModel().ParameterCount, StreamLength) { CellsPerLane = StreamLength };

    private static string Words(IEnumerable<string> names) => string.Join(", ", names);
}
