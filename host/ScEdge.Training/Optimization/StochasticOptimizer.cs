using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Stochastic;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Updates the parameters of a network with the stochastic circuits of <see cref="TensorOptimizer"/>.
/// </summary>
/// <remarks>
/// A step scales the FP32 gradients and lets an <see cref="IStepEngine"/> do the rest: round them, update the registers, and write the
/// registers' values back to the network, where it can range by range.
/// </remarks>
public sealed class StochasticOptimizer : IParallelWork
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly TensorOptimizer[] _tensors;
    private readonly QuantizedGradient[] _gradients;
    private readonly List<ParameterRange> _ranges = [];
    private readonly WorkerTeam _team;
    private readonly OperationCounts[][] _stepCounts;
    private bool _rounds;

    /// <summary>Makes the registers and cells of every tensor and loads the network's present values into the registers.</summary>
    /// <param name="parameters">Parameters of the network; their values become those of the registers.</param>
    /// <param name="tensors">One circuit for each parameter tensor.</param>
    /// <param name="gradientBits">Bits of an integer gradient, 8 or 16.</param>
    /// <param name="seed">Seed of the gradients' rounding.</param>
    /// <param name="team">Threads.</param>
    /// <param name="engine">Updates the registers.</param>
    public StochasticOptimizer(
        IReadOnlyList<Parameter> parameters, TensorOptimizer[] tensors, int gradientBits, ulong seed, WorkerTeam team, IStepEngine engine)
    {
        _parameters = parameters;
        _tensors = tensors;
        _team = team;
        Engine = engine;
        _gradients = new QuantizedGradient[tensors.Length];
        _stepCounts = [.. tensors.Select(tensor => Enumerable.Range(0, tensor.PhaseCount).Select(_ => new OperationCounts()).ToArray())];
        for (int i = 0; i < tensors.Length; i++)
        {
            int length = parameters[i].Values.Length;
            _gradients[i] = new QuantizedGradient(length, gradientBits, seed, (uint)i);
            InitialRegisters.Fill(tensors[i].Weights, parameters[i].Values, tensors[i].WeightFractionBits, tensors[i].WeightLimit);
            ParameterRange.Cut(_ranges, i, length, ParameterRange.UsualLength);
        }

        Restore();
    }

    /// <summary>Gets what updates the registers.</summary>
    public IStepEngine Engine { get; }

    /// <summary>Gets the circuits, one for each parameter tensor in the network's order.</summary>
    public IReadOnlyList<TensorOptimizer> Tensors => _tensors;

    /// <summary>Gets the integer gradients of the last step.</summary>
    public IReadOnlyList<QuantizedGradient> Gradients => _gradients;

    /// <summary>Gets what the circuits have done since the start or the last restore.</summary>
    public OperationCounts Counts { get; } = new();

    /// <summary>Gets what a tensor's circuit did in a phase of the last step; the learning rate's stream counts in the last phase.</summary>
    public OperationCounts StepCounts(int tensor, int phase) => _stepCounts[tensor][phase];

    /// <summary>Updates all parameters by their gradients.</summary>
    /// <param name="step">Step index from the start of training.</param>
    /// <param name="rate">Learning rate.</param>
    public void Step(uint step, LearningRate rate)
    {
        for (int i = 0; i < _tensors.Length; i++)
        {
            _gradients[i].BeginStep(_parameters[i].Gradients, step);
            foreach (OperationCounts counts in _stepCounts[i])
            {
                counts.Clear();
            }
        }

        Engine.Step(this, step, rate);
        foreach (OperationCounts[] phases in _stepCounts)
        {
            foreach (OperationCounts counts in phases)
            {
                Counts.Add(counts);
            }
        }
    }

    /// <summary>Rounds the step's gradients to integers, for an engine that needs them all at once.</summary>
    public void RoundGradients() => Run(rounds: true);

    /// <summary>Writes the values of all weight registers to the network, for an engine that has them all at once.</summary>
    public void WriteValues() => Run(rounds: false);

    /// <summary>Lets engine and network take over registers that were changed from outside.</summary>
    public void Restore()
    {
        Engine.Restore(this);
        WriteValues();
    }

    /// <summary>Does one range; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        if (_rounds)
        {
            RoundGradients(_ranges[part]);
        }
        else
        {
            WriteValues(_ranges[part]);
        }
    }

    /// <summary>Rounds the step's gradients of a range.</summary>
    internal void RoundGradients(ParameterRange range) =>
        _gradients[range.Tensor].Quantize(_parameters[range.Tensor].Gradients, range.Start, range.End);

    /// <summary>Writes the values of a range's weight registers to the network.</summary>
    internal void WriteValues(ParameterRange range)
    {
        TensorOptimizer tensor = _tensors[range.Tensor];
        RegisterValueKernel.Convert(
            tensor.Weights.AsSpan(range.Start..range.End),
            MathF.ScaleB(1f, -tensor.WeightFractionBits),
            _parameters[range.Tensor].Values.AsSpan(range.Start..range.End));
    }

    private void Run(bool rounds)
    {
        _rounds = rounds;
        _team.Run(_ranges.Count, this);
    }
}
