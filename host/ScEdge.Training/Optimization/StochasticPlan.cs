using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// What the circuits of a training are made of; from it they can be made again elsewhere, with the same bits.
/// </summary>
/// <param name="Optimizer">Optimiser; a stochastic one.</param>
/// <param name="Settings">Settings that all tensors share.</param>
/// <param name="Tensors">The tensors, in the order of their indices.</param>
public sealed record StochasticPlan(OptimizerKind Optimizer, OptimizerSettings Settings, IReadOnlyList<TensorPlan> Tensors)
{
    /// <summary>Makes the circuits of all tensors with their cells, all registers zero; equal cells share one table of their response.</summary>
    /// <returns>A circuit for each tensor; its index is part of the identity of its streams and cells.</returns>
    public TensorOptimizer[] Create()
    {
        TensorOptimizer[] circuits = new TensorOptimizer[Tensors.Count];
        CellBank? bank = null;
        for (int i = 0; i < circuits.Length; i++)
        {
            bank = new CellBank(Tensors[i].Cells, (uint)i, bank);
            circuits[i] = NewCircuit(Tensors[i], (uint)i, bank);
        }

        return circuits;
    }

    private TensorOptimizer NewCircuit(TensorPlan tensor, uint index, CellBank bank) => Optimizer switch
    {
        OptimizerKind.ScSgd => new SgdOptimizer(Settings, index, tensor.Length, tensor.WeightFractionBits, bank),
        OptimizerKind.ScAdam => new AdamOptimizer(Settings, index, tensor.Length, tensor.WeightFractionBits, bank),
        _ => new MomentumOptimizer(Settings, index, tensor.Length, tensor.WeightFractionBits, bank),
    };
}
