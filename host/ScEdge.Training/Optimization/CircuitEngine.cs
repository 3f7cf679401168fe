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
/// The ranges do not depend on the number of threads and the bits depend on the parameter alone, so neither do the results.
/// </remarks>
/// <param name="team">Threads.</param>
/// <param name="observer">Is called before and after each phase; null for none.</param>
internal class CircuitEngine(WorkerTeam team, IPhaseObserver? observer = null) : IStepEngine, IParallelWork
{
    private readonly List<ParameterRange> _ranges = [];
    private OperationCounts[] _rangeCounts = [];
    private uint[] _rangeMaxima = [];
    private IReadOnlyList<StepTensor> _tensors = [];
    private int _phase;

    /// <inheritdoc/>
    public void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate)
    {
        Prepare(tensors);
        int phases = tensors[0].Circuit.PhaseCount;
        for (int i = 0; i < tensors.Count; i++)
        {
            BeginStep(i, tensors[i], step, rate);
        }

        for (_phase = 0; _phase < phases; _phase++)
        {
            for (int i = 0; i < tensors.Count; i++)
            {
                BeginPhase(i, tensors[i], step, _phase, rate);
            }

            observer?.BeforePhase(tensors, step, _phase);
            team.Run(_ranges.Count, this);
            observer?.AfterPhase(tensors, step, _phase);
            EndPhase();
        }
    }

    /// <inheritdoc/>
    public void Synchronize(IReadOnlyList<StepTensor> tensors)
    {
        // The tensors are the registers.
    }

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StepTensor> tensors)
    {
        foreach (StepTensor tensor in tensors)
        {
            tensor.Circuit.Refresh();
        }
    }

    /// <summary>Does one range; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        ParameterRange range = _ranges[part];
        StepTensor tensor = _tensors[range.Tensor];
        _rangeMaxima[part] = RunPhase(tensor, _phase, range, _rangeCounts[part]);
    }

    /// <summary>Begins a step of a tensor; what it takes counts in the last phase.</summary>
    protected virtual void BeginStep(int index, StepTensor tensor, uint step, LearningRate rate)
    {
        QuantizedGradient gradient = tensor.Gradient;
        OperationCounts counts = tensor.PhaseCounts[^1];
        tensor.Circuit.BeginStep(step, gradient.Maximum, gradient.FractionBits, rate, counts);
        Account(counts);
    }

    /// <summary>Begins a phase of a tensor.</summary>
    protected virtual void BeginPhase(int index, StepTensor tensor, uint step, int phase, LearningRate rate) => tensor.Circuit.BeginPhase(phase);

    /// <summary>Updates the registers of a range; called by any thread.</summary>
    /// <returns>The largest magnitude of the registers that the phase changes.</returns>
    private protected virtual uint RunPhase(StepTensor tensor, int phase, ParameterRange range, OperationCounts counts) =>
        PhaseKernel.RunPhase(tensor.Circuit, phase, tensor.Gradient.Values, range.Start, range.End, counts);

    /// <summary>Takes out of counts what only cells do, where others stand in their place.</summary>
    protected virtual void Account(OperationCounts counts)
    {
    }

    private void Prepare(IReadOnlyList<StepTensor> tensors)
    {
        if (ReferenceEquals(_tensors, tensors))
        {
            return;
        }

        _tensors = tensors;
        _ranges.Clear();
        for (int i = 0; i < tensors.Count; i++)
        {
            // Cells with memory must meet their parameters in order: one range, unless each has its own.
            TensorOptimizer circuit = tensors[i].Circuit;
            int parameters = circuit.Weights.Length;
            bool isInOrder = circuit.Bank.HasMemory && circuit.Bank.Lanes < parameters;
            ParameterRange.Cut(_ranges, i, parameters, isInOrder ? parameters : ParameterRange.UsualLength);
        }

        _rangeMaxima = new uint[_ranges.Count];
        _rangeCounts = new OperationCounts[_ranges.Count];
        for (int i = 0; i < _rangeCounts.Length; i++)
        {
            _rangeCounts[i] = new OperationCounts();
        }
    }

    /// <summary>Brings maxima and counts of the ranges, which stand tensor by tensor, to their tensors.</summary>
    private void EndPhase()
    {
        int part = 0;
        for (int i = 0; i < _tensors.Count; i++)
        {
            StepTensor tensor = _tensors[i];
            uint maximum = 0;
            long setEvents = 0;
            for (; part < _ranges.Count && _ranges[part].Tensor == i; part++)
            {
                maximum = Math.Max(maximum, _rangeMaxima[part]);
                Account(_rangeCounts[part]);
                setEvents += _rangeCounts[part].SetEvents;
                tensor.PhaseCounts[_phase].Add(_rangeCounts[part]);
                _rangeCounts[part].Clear();
            }

            tensor.Circuit.EndPhase(_phase, maximum);
            tensor.Circuit.Bank.Age(setEvents);
        }
    }
}
