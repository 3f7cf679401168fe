using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// One tensor of a training as an engine takes it: integer gradients in, registers changed, counts out.
/// </summary>
public sealed class StepTensor
{
    /// <summary>Takes a circuit and makes room for its gradients and counts.</summary>
    /// <param name="circuit">Registers, cells and streams.</param>
    /// <param name="gradient">Integer gradients of the tensor.</param>
    public StepTensor(TensorOptimizer circuit, QuantizedGradient gradient)
    {
        Circuit = circuit;
        Gradient = gradient;
        PhaseCounts = [.. Enumerable.Range(0, circuit.PhaseCount).Select(static _ => new OperationCounts())];
    }

    /// <summary>Gets the registers with their circuit.</summary>
    public TensorOptimizer Circuit { get; }

    /// <summary>Gets the integer gradients of the step.</summary>
    public QuantizedGradient Gradient { get; }

    /// <summary>Gets what the circuit did in each phase of the last step; the learning rate's stream counts in the last phase.</summary>
    public IReadOnlyList<OperationCounts> PhaseCounts { get; }

    /// <summary>Sets the counts of all phases to zero.</summary>
    public void ClearCounts()
    {
        for (int phase = 0; phase < PhaseCounts.Count; phase++)
        {
            PhaseCounts[phase].Clear();
        }
    }

    /// <summary>Adds the counts of all phases.</summary>
    public void AddCountsTo(OperationCounts sum)
    {
        for (int phase = 0; phase < PhaseCounts.Count; phase++)
        {
            sum.Add(PhaseCounts[phase]);
        }
    }
}
