using System;
using System.Collections.Generic;
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
/// A step rounds the FP32 gradients to integers, has an <see cref="IStepEngine"/> update the registers, and writes their values back to the
/// network.
/// </remarks>
public sealed class StochasticOptimizer : IParallelWork
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly StepTensor[] _tensors;
    private readonly List<ParameterRange> _ranges = [];
    private readonly WorkerTeam _team;
    private readonly IStepEngine _engine;
    private bool _rounds;

    /// <summary>Makes the registers and cells of every tensor and loads the network's present values into the registers.</summary>
    /// <param name="parameters">Parameters of the network; their values become those of the registers.</param>
    /// <param name="circuits">One circuit for each parameter tensor.</param>
    /// <param name="gradientBits">Bits of an integer gradient, 8 or 16.</param>
    /// <param name="seed">Seed of the gradients' rounding.</param>
    /// <param name="team">Threads.</param>
    /// <param name="engine">Updates the registers.</param>
    public StochasticOptimizer(
        IReadOnlyList<Parameter> parameters, TensorOptimizer[] circuits, int gradientBits, ulong seed, WorkerTeam team, IStepEngine engine)
    {
        _parameters = parameters;
        _team = team;
        _engine = engine;
        _tensors = new StepTensor[circuits.Length];
        for (int i = 0; i < circuits.Length; i++)
        {
            _tensors[i] = new StepTensor(circuits[i], new QuantizedGradient(parameters[i].Count, gradientBits, seed, (uint)i));
            InitialRegisters.Fill(circuits[i].Weights, parameters[i].Values, circuits[i].WeightFractionBits, circuits[i].WeightLimit);
            ParameterRange.Cut(_ranges, i, parameters[i].Count, ParameterRange.UsualLength);
        }

        Restore();
    }

    /// <summary>Gets circuit, integer gradients and counts of each parameter tensor, in the network's order.</summary>
    public IReadOnlyList<StepTensor> Tensors => _tensors;

    /// <summary>Gets what the circuits have done since the start or the last restore.</summary>
    public OperationCounts Counts { get; } = new();

    /// <summary>Gets or sets what counts the gradients; null where those of the parameters are rounded.</summary>
    public IIntegerGradients? Gradients { get; set; }

    /// <summary>Updates all parameters by their gradients.</summary>
    /// <param name="step">Step index from the start of training.</param>
    /// <param name="rate">Learning rate.</param>
    public void Step(uint step, LearningRate rate)
    {
        for (int i = 0; i < _tensors.Length; i++)
        {
            _tensors[i].ClearCounts();
        }

        if (Gradients is null)
        {
            RoundGradients(step);
        }
        else
        {
            Gradients.Count(_tensors, rate);
        }

        _engine.Step(_tensors, step, rate);
        RunRanges(rounds: false);
        foreach (StepTensor tensor in _tensors)
        {
            tensor.AddCountsTo(Counts);
        }
    }

    /// <summary>Brings everything that the next step depends on into the tensors, before they are saved.</summary>
    public void Synchronize() => _engine.Synchronize(_tensors);

    /// <summary>Lets engine and network take over registers that were changed from outside.</summary>
    public void Restore()
    {
        _engine.Restore(_tensors);
        RunRanges(rounds: false);
    }

    /// <summary>Does one range; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        ParameterRange range = _ranges[part];
        StepTensor tensor = _tensors[range.Tensor];
        Parameter parameter = _parameters[range.Tensor];
        if (_rounds)
        {
            tensor.Gradient.Quantize(parameter.Gradients, range.Start, range.End);
            return;
        }

        RegisterValueKernel.Convert(
            tensor.Circuit.Weights.AsSpan(range.Start..range.End),
            MathF.ScaleB(1f, -tensor.Circuit.WeightFractionBits),
            parameter.Values.AsSpan(range.Start..range.End));
    }

    private void RoundGradients(uint step)
    {
        for (int i = 0; i < _tensors.Length; i++)
        {
            _tensors[i].Gradient.BeginStep(_parameters[i].Gradients, step);
        }

        RunRanges(rounds: true);
    }

    private void RunRanges(bool rounds)
    {
        _rounds = rounds;
        _team.Run(_ranges.Count, this);
    }
}
