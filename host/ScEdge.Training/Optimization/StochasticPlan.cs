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
    /// <summary>Makes the circuit of a tensor with its cells, all registers zero.</summary>
    /// <param name="index">Index of the tensor; it is part of the identity of its streams and cells.</param>
    public TensorOptimizer Create(int index)
    {
        TensorPlan tensor = Tensors[index];
        CellBank bank = new(tensor.Cells, (uint)index);
        return Optimizer switch
        {
            OptimizerKind.ScSgd => new SgdOptimizer(Settings, (uint)index, tensor.Length, tensor.WeightFractionBits, bank),
            OptimizerKind.ScAdam => new AdamOptimizer(Settings, (uint)index, tensor.Length, tensor.WeightFractionBits, bank),
            _ => new MomentumOptimizer(Settings, (uint)index, tensor.Length, tensor.WeightFractionBits, bank),
        };
    }
}
