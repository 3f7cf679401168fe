using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Playground.Networks;

/// <summary>
/// What it would cost in silicon to read an image, from what the circuits did, and the same multiplications in binary units.
/// </summary>
public sealed class ReadingPrice
{
    private readonly CostModel _model;
    private readonly MacTable _units;
    private readonly long _products;

    /// <summary>Prepares the prices of a circuit.</summary>
    /// <param name="library">Name of the cost library.</param>
    /// <param name="preset">Name of the device.</param>
    /// <param name="settings">How images are read.</param>
    /// <param name="layers">Layers that multiply.</param>
    /// <param name="products">Multiplications of an image.</param>
    public ReadingPrice(string library, string preset, ReadingSettings settings, int layers, long products)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ProductArray array = new(settings.Source);
        ArchitectureModel circuit = new()
        {
            Preset = PresetCatalog.Find(preset),
            Lanes = NetworkAssembly.Lanes,

            // Lanes of cells for every operand of every layer, as a circuit has that can learn too: the figures are those of an evaluation.
            CellGroupCount = Math.Max(1, array.HasCells ? (long)layers * Enum.GetValues<PassOperand>().Length : 0) * NetworkAssembly.Lanes,
            CellsPerLane = settings.Length,
            StreamLength = settings.Length,
            Gates = array.Kind,
            Products = array,
            Parameters = 0,
        };
        CostLibrary chosen = CostLibraryCatalog.Resolve(library);
        _model = new CostModel(chosen, circuit);
        _units = new MacTable(chosen, circuit, settings.Length);
        _products = products;
    }

    /// <summary>Gets the names of the cost libraries.</summary>
    public static IReadOnlyList<string> Libraries => [.. CostLibraryCatalog.BuiltIn.Select(static library => library.Name)];

    /// <summary>Returns the energy of what circuits of streams did; J.</summary>
    public double Joules(OperationCounts counts) => (double)_model.Price(counts).TotalAttojoules * 1e-18;

    /// <summary>Returns the energy of the multiplications of one image in binary units; J; null where the library has no such unit.</summary>
    /// <param name="type">Such as int8 or FP32.</param>
    public double? BinaryJoules(string type) => _units.Unit(type + " binary").EnergyPerMac is { } energy ? energy.Value * _products * 1e-18 : null;
}
