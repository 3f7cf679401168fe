using System.Collections.Generic;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Optimizers.Sequences;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Updates with one sequence of random numbers for all parameters of a tensor in the place of cells.
/// </summary>
/// <param name="plan">What the circuits are made of.</param>
/// <param name="source">Shift registers or Sobol's sequence.</param>
/// <param name="team">Threads.</param>
/// <param name="observer">Is called before and after each phase; null for none.</param>
internal sealed class SequenceEngine(OptimizerPlan plan, StreamSource source, WorkerTeam team, IPhaseObserver? observer)
    : CircuitEngine(team, observer)
{
    private readonly Dictionary<StepTensor, SequenceCircuit> _circuits = [];
    private readonly OperationCounts _discarded = new();

    /// <inheritdoc/>
    protected override void BeginStep(int index, StepTensor tensor, uint step, LearningRate rate)
    {
        if (!_circuits.ContainsKey(tensor))
        {
            _circuits[tensor] = new SequenceCircuit(tensor.Circuit, plan.Settings, plan.Tensors[index].Identity, source);
        }

        // The rate's stream of the cells is replaced when its phase begins.
        QuantizedGradient gradient = tensor.Gradient;
        tensor.Circuit.BeginStep(step, gradient.Maximum, gradient.FractionBits, rate, _discarded);
    }

    /// <inheritdoc/>
    protected override void BeginPhase(int index, StepTensor tensor, uint step, int phase, LearningRate rate)
    {
        base.BeginPhase(index, tensor, step, phase, rate);
        _circuits[tensor].BeginPhase(step, phase, rate, tensor.PhaseCounts[phase]);
    }

    /// <inheritdoc/>
    private protected override uint RunPhase(StepTensor tensor, int phase, ParameterRange range, OperationCounts counts) =>
        _circuits[tensor].RunPhase(phase, tensor.Gradient.Values, range.Start, range.End, counts);
}
