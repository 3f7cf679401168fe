using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Uncertainty;
using ScEdge.Costing.Workloads;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Arrays;

/// <summary>The multiplications of a network's forward pass in an array of gates, for every source of bits, under one library.</summary>
/// <remarks>
/// A single unit pays for two generators; in an array an input's stream meets the weights of all outputs and a weight's all windows and all images
/// of a batch, so that few bits are drawn for a multiplication. Counts are those to expect (<see cref="ForwardWorkload"/>).
/// </remarks>
public sealed class ArrayTable
{
    private readonly CostLibrary _library;
    private readonly IReadOnlyList<ForwardWorkload> _layers;
    private readonly int _length;
    private readonly ArchitectureModel _circuit;
    private readonly CellEnergyTable _energies = new();
    private IReadOnlyList<ArrayMac>? _macs;

    /// <summary>Builds the table.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">Gives lanes, cells, clock, device; its registers and gates are not used.</param>
    /// <param name="layers">The product layers.</param>
    /// <param name="length">Bits of a stream; 1 to 4096.</param>
    public ArrayTable(CostLibrary library, ArchitectureModel circuit, IReadOnlyList<ForwardWorkload> layers, int length)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(layers);
        (_library, _circuit, _layers, _length) = (library, circuit, layers, length);
    }

    /// <summary>The array by source of bits.</summary>
    public IReadOnlyList<ArrayMac> Macs =>
        _macs ??= [.. Enum.GetValues<StreamSource>().Where(static source => source != StreamSource.Rounding).Select(Of)];

    /// <summary>Returns the array of a source, worked out anew.</summary>
    public ArrayMac Of(StreamSource source) => Mac(ArrayOf(new ProductArray(source)));

    private ArchitectureModel ArrayOf(ProductArray products) => _circuit with
    {
        Products = products,
        Gates = StreamGates.And,
        LearningRateStream = false,
        Parameters = 0,
        StreamLength = _length,

        // Inputs and weights of every layer have lanes of cells to themselves.
        CellGroupCount = products.HasCells ? 2L * _layers.Count * _circuit.Lanes : _circuit.Lanes,
        Probabilities = products.Source == StreamSource.SharedCells
            ? ProbabilityDistribution.Constant(0.5)
            : ProbabilityDistribution.MaximumEntropy(ForwardWorkload.MeasuredMean),
    };

    private ArrayMac Mac(ArchitectureModel circuit)
    {
        StreamSource source = circuit.Products!.Source;
        CostModel model = new(_library, circuit, _energies);
        IReadOnlyList<UncertainInput> inputs = UncertainInputs.Of(circuit, _library, CircuitSensitivity.UncertainComponents(model));
        ArrayLayer[] layers = [.. _layers.Select(layer =>
        {
            OperationCounts counts = layer.ToCounts(source, _length, circuit.CellsPerLane);
            double products = (double)layer.Products * ForwardWorkload.Images;
            return new ArrayLayer(layer.Layer, layer.Products, counts.Bits / products, Attojoules(model, counts) / products);
        })];
        OperationCounts whole = new();
        foreach (ForwardWorkload layer in _layers)
        {
            whole.Add(layer.ToCounts(source, _length, circuit.CellsPerLane));
        }

        double all = (double)_layers.Sum(static layer => layer.Products) * ForwardWorkload.Images;
        return new ArrayMac(
            source,
            new Sensitivity(circuit, inputs, one => Of(one).AreaSquareMicrometres / one.Products!.Gates).Span,
            new Sensitivity(circuit, inputs, one => Attojoules(Of(one), whole) / all),
            layers,
            [.. model.Bounded.Select(static part => part.Name)]);
    }

    private CostModel Of(ArchitectureModel circuit) => new(_library, circuit, _energies);

    private static double Attojoules(CostModel model, OperationCounts counts) => (double)model.Price(counts).TotalAttojoules;
}
