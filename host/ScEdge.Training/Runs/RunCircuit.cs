using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Workloads;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Networks;
using ScEdge.Training.Passes;

namespace ScEdge.Training.Runs;

/// <summary>
/// The circuit that would do in silicon what a run computes, and the ledger of its costs.
/// </summary>
/// <remarks>
/// As many lanes as the run has for a tensor serve the tensors in turn; every tensor, or with own cells every parameter,
/// has groups of cells to itself, as in the run. Passes in bit streams have a circuit of their own, in which every operand of every layer has
/// lanes of cells to itself, as many as the run has for a tensor. What the run does not say takes the defaults of the circuit.
/// </remarks>
public static class RunCircuit
{
    /// <summary>Describes the circuit.</summary>
    /// <param name="options">Validated settings of a stochastic run.</param>
    /// <param name="preset">Device.</param>
    /// <param name="model">Network.</param>
    public static ArchitectureModel Of(TrainingOptions options, CbramPreset preset, ModelDescription model) => new()
    {
        Preset = preset,
        Lanes = options.Lanes,
        CellGroupCount = Tensors(options, model).Sum(tensor => tensor.CellGroups),
        CellsPerLane = options.SerialWrite ? 1 : options.StreamLengths.Longest,
        UpdateSource = options.UpdateSource,
        StreamLength = options.StreamLengths.Longest,
        Gates = Gates(options),
        Parameters = model.ParameterCount,
        WeightRegisterBits = options.RegisterBits.Weight,
        MomentumRegisterBits = options.RegisterBits.Momentum,
        MomentumRegisters = Optimizer(options).Auxiliaries.Length,
    };

    /// <summary>Describes the circuit of the passes.</summary>
    /// <param name="options">Validated settings of a run with passes in bit streams.</param>
    /// <param name="preset">Device.</param>
    /// <param name="model">Network.</param>
    public static ArchitectureModel OfPasses(TrainingOptions options, CbramPreset preset, ModelDescription model)
    {
        PassSettings passes = PassesOf(options).Settings(seed: 0, laneRotation: 0);
        int longest = Math.Max(passes.ForwardLength, Math.Max(passes.BackwardLength, passes.GradientLength));
        int width = options.SerialWrite ? 1 : longest;
        ProductArray products = new(passes.Source) { Encoding = passes.Encoding };
        long cells = products.HasCells ? Layers(model).Count * PassCells(options, passes).Sum() : 0;
        return new ArchitectureModel
        {
            Preset = preset,
            Lanes = options.Lanes,

            // Operands of short streams have fewer cells: as many groups of full width as have all cells.
            CellGroupCount = Math.Max(options.Lanes, (cells + width - 1) / width),
            CellsPerLane = width,
            StreamLength = longest,
            Gates = products.Kind,
            Products = products,
            Parameters = 0,
        };
    }

    /// <summary>Lists the product layers of a network, by the names of their weight tensors, as work of the forward pass.</summary>
    public static IEnumerable<ForwardWorkload> ForwardLayers(ModelDescription model) => ProductShapes.Of(model).Select((shape, layer) =>
    {
        ParameterDescription weights = model.Parameters[2 * layer];
        return new ForwardWorkload(weights.Name, shape.InputCount, weights.Count, shape.Products);
    });

    /// <summary>Opens the ledger of a seed.</summary>
    /// <exception cref="InputException">There is no such library, or the device cannot be priced.</exception>
    public static CostLedger NewLedger(TrainingOptions options, CbramPreset preset, ModelDescription model)
    {
        CostLibrary library = CostLibraryCatalog.Resolve(options.CostLibrary);
        return new CostLedger(
            new CostModel(library, Of(options, preset, model)),
            Tensors(options, model),
            [.. Optimizer(options).Phases.Select(static phase => phase.Name)],
            options.Passes is null ? null : Passes(library, options, preset, model));
    }

    private static LedgerPasses Passes(CostLibrary library, TrainingOptions options, CbramPreset preset, ModelDescription model)
    {
        CostModel circuit = new(library, OfPasses(options, preset, model));
        PassSettings settings = PassesOf(options).Settings(seed: 0, laneRotation: 0);
        return new(
            circuit, PassCounts.Names, Layers(model),
            circuit.Circuit.Products!.HasCells ? [.. PassCells(options, settings)] : [.. PassCounts.Names.Select(static _ => 0L)]);
    }

    private static PassOptions PassesOf(TrainingOptions options) =>
        options.Passes ?? throw new ArgumentException("Passes in FP32 have no stochastic circuit.", nameof(options));

    /// <summary>Indices of the weight tensors that are multiplied with; a bias stands after each.</summary>
    private static IReadOnlyList<int> Layers(ModelDescription model) =>
        [.. Enumerable.Range(0, model.Parameters.Count / 2).Select(static i => 2 * i)];

    /// <summary>Cells of a layer by pass: lanes for each operand, of as many cells as its streams have bits.</summary>
    private static IEnumerable<long> PassCells(TrainingOptions options, PassSettings settings) =>
        Enum.GetValues<PassOperand>()
            .GroupBy(static operand => Math.Min((int)operand / 2, 2))
            .OrderBy(static pass => pass.Key)
            .Select(pass => pass.Sum(operand => (long)options.Lanes * (options.SerialWrite ? 1 : settings.LengthOf(operand))));

    private static OptimizerDescription Optimizer(TrainingOptions options) =>
        options.Description ?? throw new ArgumentException("FP32 updates have no stochastic circuit.", nameof(options));

    private static IReadOnlyList<LedgerTensor> Tensors(TrainingOptions options, ModelDescription model) =>
        [.. from parameter in model.Parameters
            let groups = options.Cells == CellAllocation.Own ? parameter.Count : options.Lanes
            select new LedgerTensor(parameter.Name, parameter.Count, groups)];

    private static StreamGates Gates(TrainingOptions options)
    {
        if (!options.HasUpdateStreams)
        {
            return StreamGates.None;
        }

        StreamGates quotient = Optimizer(options).HasQuotient ? StreamGates.And | StreamGates.Multiplexer : StreamGates.None;
        StreamGates rate = !options.RateAsStream ? StreamGates.None
            : options.Encoding == UpdateEncoding.Bipolar ? StreamGates.Xnor : StreamGates.And;
        return quotient | rate;
    }
}
