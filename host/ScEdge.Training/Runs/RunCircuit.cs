using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Runs;

/// <summary>
/// The circuit that would do in silicon what a run computes, and the ledger of its costs.
/// </summary>
/// <remarks>
/// As many lanes as the run has for a tensor serve the tensors in turn; every tensor, or with own cells every parameter,
/// has groups of cells to itself, as in the run. What the run does not say takes the defaults of the circuit.
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
        StreamLength = options.StreamLengths.Longest,
        Gates = Gates(options),
        Parameters = model.ParameterCount,
        WeightRegisterBits = options.RegisterBits.Weight,
        MomentumRegisterBits = options.RegisterBits.Momentum,
        MomentumRegisters = Optimizer(options).Auxiliaries.Length,
    };

    /// <summary>Opens the ledger of a seed.</summary>
    /// <exception cref="InputException">There is no such library, or the device cannot be priced.</exception>
    public static CostLedger NewLedger(TrainingOptions options, CbramPreset preset, ModelDescription model) => new(
        new CostModel(CostLibraryCatalog.Resolve(options.CostLibrary), Of(options, preset, model)),
        Tensors(options, model),
        [.. Optimizer(options).Phases.Select(static phase => phase.Name)]);

    private static OptimizerDescription Optimizer(TrainingOptions options) =>
        options.Description ?? throw new ArgumentException("FP32 updates have no stochastic circuit.", nameof(options));

    private static IReadOnlyList<LedgerTensor> Tensors(TrainingOptions options, ModelDescription model) =>
        [.. from parameter in model.Parameters
            let groups = options.Cells == CellAllocation.Own ? parameter.Count : options.Lanes
            select new LedgerTensor(parameter.Name, parameter.Count, groups)];

    private static StreamGates Gates(TrainingOptions options)
    {
        StreamGates quotient = Optimizer(options).HasQuotient ? StreamGates.And | StreamGates.Multiplexer : StreamGates.None;
        StreamGates rate = !options.RateAsStream ? StreamGates.None
            : options.Encoding == UpdateEncoding.Bipolar ? StreamGates.Xnor : StreamGates.And;
        return quotient | rate;
    }
}
