using System;
using System.Collections.Generic;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// What the stochastic optimisers do, in binary fixed-point arithmetic with stochastic rounding: the baseline at equal registers.
/// </summary>
/// <remarks>
/// <para>Integer gradients, register widths, fraction bits and the policy of ranges are those of the stochastic optimiser; each register
/// receives the exact value, rounded stochastically once (S. Gupta et al., "Deep Learning with Limited Numerical Precision", ICML 2015). What it
/// loses against FP32 the registers lose; what the stochastic optimiser loses against it the bit streams lose.</para>
/// <para>A number depends on its parameter and the step alone, so the results do not depend on the number of threads.</para>
/// <para>Counted are, for every register that moves: a number, a random word, an access to read and one to write, and a multiplication by each
/// factor other than one, by 7/8 as by any other; a division counts as a multiplication.</para>
/// </remarks>
/// <param name="plan">The stochastic optimiser whose rule is followed; what concerns bit streams plays no part.</param>
/// <param name="team">Threads.</param>
internal sealed class FixedPointEngine(OptimizerPlan plan, WorkerTeam team) : IStepEngine, IParallelWork
{
    private readonly List<ParameterRange> _ranges = [];
    private FixedPointTensor[] _tensors = [];
    private RangeResult[] _results = [];

    /// <inheritdoc/>
    public void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate)
    {
        Prepare(tensors);

        // The rate that the stochastic optimiser takes: rounded to 16 bits.
        double rounded = Math.ScaleB(rate.Fraction, -16 - rate.Shift);
        foreach (FixedPointTensor tensor in _tensors)
        {
            tensor.BeginStep(step, rounded);
        }

        team.Run(_ranges.Count, this);
        int range = 0;
        for (int i = 0; i < _tensors.Length; i++)
        {
            uint maximum = 0;
            for (; range < _ranges.Count && _ranges[range].Tensor == i; range++)
            {
                maximum = Math.Max(maximum, _results[range].Maximum);
                for (int phase = 0; phase < tensors[i].PhaseCounts.Count; phase++)
                {
                    tensors[i].PhaseCounts[phase].Saturations += _results[range].Saturations[phase];
                }
            }

            EndStep(tensors[i], maximum);
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
        Array.Clear(_results[part].Saturations);
        _results[part].Maximum = _tensors[range.Tensor].Update(range.Start, range.End, _results[part].Saturations);
    }

    private void Prepare(IReadOnlyList<StepTensor> tensors)
    {
        if (_tensors.Length > 0)
        {
            return;
        }

        _tensors = new FixedPointTensor[tensors.Count];
        for (int i = 0; i < _tensors.Length; i++)
        {
            _tensors[i] = New(tensors[i], plan.Tensors[i].Identity);
            ParameterRange.Cut(_ranges, i, tensors[i].Circuit.Weights.Length, ParameterRange.UsualLength);
        }

        _results = new RangeResult[_ranges.Count];
        for (int i = 0; i < _results.Length; i++)
        {
            _results[i].Saturations = new int[plan.Optimizer.Phases.Length];
        }
    }

    private FixedPointTensor New(StepTensor tensor, uint identity) => plan.Optimizer.Kind switch
    {
        OptimizerKind.Sgd => new FixedPointSgd(tensor, identity, plan.Settings),
        OptimizerKind.Momentum => new FixedPointMomentum(tensor, identity, plan.Settings),
        OptimizerKind.Adam => new FixedPointAdam(tensor, identity, plan.Settings),
        _ => throw new NotSupportedException($"There is no fixed-point form of {plan.Optimizer.Name}."),
    };

    private void EndStep(StepTensor tensor, uint maximum)
    {
        int parameters = tensor.Circuit.Weights.Length;
        PhaseDescription[] phases = plan.Optimizer.Phases;
        for (int phase = 0; phase < phases.Length; phase++)
        {
            bool movesWeights = phases[phase].Target == TensorArray.Weights;
            int factors = 1 + (phases[phase].Work == PhaseWork.QuotientUpdate ? 1 : 0) + (movesWeights && plan.Settings.WeightDecay != 0 ? 1 : 0);
            OperationCounts counts = tensor.PhaseCounts[phase];
            counts.Numbers += parameters;
            counts.RandomWords += parameters;
            counts.RegisterReads += parameters;
            counts.RegisterWrites += parameters;
            counts.Multiplications += (long)factors * parameters;
            if (!movesWeights)
            {
                tensor.Circuit.EndPhase(phase, maximum);
            }
        }
    }

    /// <summary>What a range of parameters came to.</summary>
    private struct RangeResult
    {
        /// <summary>Largest magnitude of its auxiliary registers.</summary>
        public uint Maximum;

        /// <summary>Registers that met their end, by phase.</summary>
        public int[] Saturations;
    }
}
