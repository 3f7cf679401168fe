using System;
using System.Collections.Generic;
using ScEdge.Kernels.Stochastic;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Updates the registers in this process, phase by phase over ranges of parameters, on all threads.
/// </summary>
/// <remarks>
/// The ranges do not depend on the number of threads and the bits depend on the parameter alone, so neither do the results. The first phase
/// of a range rounds its gradients and the last one writes its values, while they are in the cache.
/// </remarks>
public sealed class CircuitEngine : IStepEngine, IParallelWork
{
    private readonly WorkerTeam _team;
    private readonly List<ParameterRange> _ranges = [];
    private OperationCounts[] _rangeCounts = [];
    private uint[] _rangeMaxima = [];
    private StochasticOptimizer _optimizer = null!;
    private int _phase;

    /// <summary>Makes the engine.</summary>
    /// <param name="team">Threads.</param>
    public CircuitEngine(WorkerTeam team) => _team = team;

    /// <summary>Gets or sets an observer that is called before and after each phase, or null.</summary>
    public IPhaseObserver? Observer { get; set; }

    /// <inheritdoc/>
    public void Step(StochasticOptimizer optimizer, uint step, LearningRate rate)
    {
        Prepare(optimizer);
        IReadOnlyList<TensorOptimizer> tensors = optimizer.Tensors;
        int phases = tensors[0].PhaseCount;
        for (int i = 0; i < tensors.Count; i++)
        {
            QuantizedGradient gradient = optimizer.Gradients[i];
            tensors[i].BeginStep(step, gradient.Maximum, gradient.FractionBits, rate, optimizer.StepCounts(i, phases - 1));
        }

        for (_phase = 0; _phase < phases; _phase++)
        {
            for (int i = 0; i < tensors.Count; i++)
            {
                tensors[i].BeginPhase(_phase);
            }

            Observer?.BeforePhase(optimizer, step, _phase, rate);
            _team.Run(_ranges.Count, this);
            Observer?.AfterPhase(optimizer, step, _phase, rate);
            EndPhase(tensors);
        }
    }

    /// <inheritdoc/>
    public void Synchronize(StochasticOptimizer optimizer)
    {
        // The tensors are the registers.
    }

    /// <inheritdoc/>
    public void Restore(StochasticOptimizer optimizer)
    {
        foreach (TensorOptimizer tensor in optimizer.Tensors)
        {
            tensor.Refresh();
        }
    }

    /// <summary>Does one range; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        ParameterRange range = _ranges[part];
        TensorOptimizer tensor = _optimizer.Tensors[range.Tensor];
        if (_phase == 0)
        {
            _optimizer.RoundGradients(range);
        }

        _rangeMaxima[part] = RegisterUpdateKernel.RunPhase(
            tensor, _phase, _optimizer.Gradients[range.Tensor].Values, range.Start, range.End, _rangeCounts[part]);
        if (_phase == tensor.PhaseCount - 1)
        {
            _optimizer.WriteValues(range);
        }
    }

    private void Prepare(StochasticOptimizer optimizer)
    {
        if (ReferenceEquals(_optimizer, optimizer))
        {
            return;
        }

        _optimizer = optimizer;
        _ranges.Clear();
        for (int i = 0; i < optimizer.Tensors.Count; i++)
        {
            // Cells with memory must meet their parameters in order: one range.
            TensorOptimizer tensor = optimizer.Tensors[i];
            ParameterRange.Cut(_ranges, i, tensor.Weights.Length, tensor.Bank.HasMemory ? tensor.Weights.Length : ParameterRange.UsualLength);
        }

        _rangeMaxima = new uint[_ranges.Count];
        _rangeCounts = new OperationCounts[_ranges.Count];
        for (int i = 0; i < _rangeCounts.Length; i++)
        {
            _rangeCounts[i] = new OperationCounts();
        }
    }

    private void EndPhase(IReadOnlyList<TensorOptimizer> tensors)
    {
        Span<uint> maxima = stackalloc uint[tensors.Count];
        Span<long> setEvents = stackalloc long[tensors.Count];
        maxima.Clear();
        setEvents.Clear();
        for (int i = 0; i < _ranges.Count; i++)
        {
            int tensor = _ranges[i].Tensor;
            maxima[tensor] = Math.Max(maxima[tensor], _rangeMaxima[i]);
            setEvents[tensor] += _rangeCounts[i].SetEvents;
            _optimizer.StepCounts(tensor, _phase).Add(_rangeCounts[i]);
            _rangeCounts[i].Clear();
        }

        for (int i = 0; i < tensors.Count; i++)
        {
            tensors[i].EndPhase(_phase, maxima[i]);
            tensors[i].Bank.Age(setEvents[i]);
        }
    }
}
