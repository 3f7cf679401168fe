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
/// Updates the parameters of a network with the stochastic circuits of <see cref="TensorOptimizer"/>, on all threads.
/// </summary>
/// <remarks>
/// A step quantises the FP32 gradients, runs the circuits phase by phase over ranges of parameters, and writes the
/// registers' values back to the network. The ranges do not depend on the number of threads and the bits depend on the
/// parameter alone, so neither do the results.
/// </remarks>
public sealed class StochasticOptimizer : IParallelWork
{
    private const int RangeLength = 2048;

    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly TensorOptimizer[] _tensors;
    private readonly QuantizedGradient[] _gradients;
    private readonly List<Range> _ranges = [];
    private readonly WorkerTeam _team;
    private readonly OperationCounts[][] _stepCounts;
    private Work _work;
    private int _phase;

    /// <summary>Makes the registers and cells of every tensor and loads the network's present values into the registers.</summary>
    /// <param name="parameters">Parameters of the network; their values become those of the registers.</param>
    /// <param name="tensors">One circuit for each parameter tensor.</param>
    /// <param name="gradientBits">Bits of an integer gradient, 8 or 16.</param>
    /// <param name="seed">Seed of the gradients' rounding.</param>
    /// <param name="team">Threads.</param>
    public StochasticOptimizer(
        IReadOnlyList<Parameter> parameters, TensorOptimizer[] tensors, int gradientBits, ulong seed, WorkerTeam team)
    {
        _parameters = parameters;
        _tensors = tensors;
        _team = team;
        _gradients = new QuantizedGradient[tensors.Length];
        _stepCounts = [.. tensors.Select(tensor => Enumerable.Range(0, tensor.PhaseCount).Select(_ => new OperationCounts()).ToArray())];
        for (int i = 0; i < tensors.Length; i++)
        {
            int length = parameters[i].Values.Length;
            _gradients[i] = new QuantizedGradient(length, gradientBits, seed, (uint)i);
            LoadRegisters(tensors[i], parameters[i].Values);

            // Cells with memory must meet their parameters in order: one range.
            int rangeLength = tensors[i].Bank.HasMemory ? length : RangeLength;
            for (int start = 0; start < length; start += rangeLength)
            {
                _ranges.Add(new Range(i, start, Math.Min(start + rangeLength, length)));
            }
        }

        WriteBack();
    }

    private enum Work
    {
        Quantize,
        Phase,
        WriteBack,
    }

    /// <summary>Gets the circuits, one for each parameter tensor in the network's order.</summary>
    public IReadOnlyList<TensorOptimizer> Tensors => _tensors;

    /// <summary>Gets the integer gradients of the last step.</summary>
    public IReadOnlyList<QuantizedGradient> Gradients => _gradients;

    /// <summary>Gets what the circuits have done since the start or the last restore.</summary>
    public OperationCounts Counts { get; } = new();

    /// <summary>Gets what a tensor's circuit did in a phase of the last step; the learning rate's stream counts in the last phase.</summary>
    public OperationCounts StepCounts(int tensor, int phase) => _stepCounts[tensor][phase];

    /// <summary>Gets or sets an observer that is called before and after each phase, or null.</summary>
    public IPhaseObserver? Observer { get; set; }

    /// <summary>Updates all parameters by their gradients.</summary>
    /// <param name="step">Step index from the start of training.</param>
    /// <param name="rate">Learning rate.</param>
    public void Step(uint step, LearningRate rate)
    {
        for (int i = 0; i < _tensors.Length; i++)
        {
            _gradients[i].BeginStep(_parameters[i].Gradients, step);
        }

        Run(Work.Quantize);
        for (int i = 0; i < _tensors.Length; i++)
        {
            foreach (OperationCounts counts in _stepCounts[i])
            {
                counts.Clear();
            }

            _tensors[i].BeginStep(step, _gradients[i].Maximum, _gradients[i].FractionBits, rate, _stepCounts[i][^1]);
        }

        for (_phase = 0; _phase < _tensors[0].PhaseCount; _phase++)
        {
            foreach (TensorOptimizer tensor in _tensors)
            {
                tensor.BeginPhase(_phase);
            }

            Observer?.BeforePhase(this, step, _phase, rate);
            Run(Work.Phase);
            Observer?.AfterPhase(this, step, _phase, rate);
            EndPhase();
        }

        foreach (OperationCounts[] phases in _stepCounts)
        {
            foreach (OperationCounts counts in phases)
            {
                Counts.Add(counts);
            }
        }

        Run(Work.WriteBack);
    }

    /// <summary>Writes the registers' values to the network, after they were changed from outside.</summary>
    public void WriteBack()
    {
        foreach (TensorOptimizer tensor in _tensors)
        {
            tensor.Refresh();
        }

        Run(Work.WriteBack);
    }

    /// <summary>Does one range; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        Range range = _ranges[part];
        TensorOptimizer tensor = _tensors[range.Tensor];
        Parameter parameter = _parameters[range.Tensor];
        switch (_work)
        {
            case Work.Quantize:
                _gradients[range.Tensor].Quantize(parameter.Gradients, range.Start, range.End);
                break;
            case Work.Phase:
                range.Maximum = RegisterUpdateKernel.RunPhase(
                    tensor, _phase, _gradients[range.Tensor].Values, range.Start, range.End, range.Counts);
                break;
            default:
                float unit = MathF.ScaleB(1f, -tensor.WeightFractionBits);
                RegisterValueKernel.Convert(
                    tensor.Weights.AsSpan(range.Start..range.End), unit, parameter.Values.AsSpan(range.Start..range.End));
                break;
        }
    }

    private static void LoadRegisters(TensorOptimizer tensor, ReadOnlySpan<float> values)
    {
        double scale = Math.ScaleB(1.0, tensor.WeightFractionBits);
        for (int i = 0; i < values.Length; i++)
        {
            double rounded = Math.Round(values[i] * scale);
            tensor.Weights[i] = (short)Math.Clamp(rounded, -tensor.WeightLimit, tensor.WeightLimit);
        }
    }

    private void Run(Work work)
    {
        _work = work;
        _team.Run(_ranges.Count, this);
    }

    private void EndPhase()
    {
        Span<uint> maxima = stackalloc uint[_tensors.Length];
        Span<long> setEvents = stackalloc long[_tensors.Length];
        maxima.Clear();
        setEvents.Clear();
        foreach (Range range in _ranges)
        {
            maxima[range.Tensor] = Math.Max(maxima[range.Tensor], range.Maximum);
            setEvents[range.Tensor] += range.Counts.SetEvents;
            _stepCounts[range.Tensor][_phase].Add(range.Counts);
            range.Counts.Clear();
        }

        for (int i = 0; i < _tensors.Length; i++)
        {
            _tensors[i].EndPhase(_phase, maxima[i]);
            _tensors[i].Bank.Age(setEvents[i]);
        }
    }

    private sealed class Range(int tensor, int start, int end)
    {
        public int Tensor { get; } = tensor;

        public int Start { get; } = start;

        public int End { get; } = end;

        public OperationCounts Counts { get; } = new();

        public uint Maximum { get; set; }
    }
}
