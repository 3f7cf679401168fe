using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// Brings the counters of all threads together and rounds them to the optimiser's integers; the counters begin anew.
/// </summary>
internal sealed class GradientRounding : IParallelWork
{
    private readonly PassRoute _route;
    private readonly PassBatch _batch;
    private readonly PassWorker[] _workers;
    private readonly List<WeightPart> _parts;
    private readonly int[] _largest;
    private readonly int[][] _sums;
    private readonly int[] _biasSums;
    private IReadOnlyList<StepTensor> _tensors = [];
    private PassErrorProbe? _probe;

    public GradientRounding(PassRoute route, PassBatch batch, PassWorker[] workers)
    {
        _route = route;
        _batch = batch;
        _workers = workers;
        _parts = [.. route.Stages.SelectMany(WeightPart.Of)];
        _largest = new int[_parts.Count];
        int taps = route.Stages.Max(static stage => stage.Shape.Taps);
        _sums = [.. workers.Select(_ => new int[taps])];
        _biasSums = new int[route.Stages.Max(static stage => stage.Shape.Outputs)];
    }

    /// <summary>Rounds the gradients of a batch.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="tensors">Tensors of the optimiser, in the order of the model's parameters.</param>
    /// <param name="scales">Scale of each product layer.</param>
    /// <param name="probe">Wants the counters as they were; null where nobody does.</param>
    public void Run(WorkerTeam team, IReadOnlyList<StepTensor> tensors, GradientScale[] scales, PassErrorProbe? probe)
    {
        _probe = probe;
        _tensors = tensors;
        team.Run(_parts.Count, this);
        foreach (ProductStage stage in _route.Stages)
        {
            int largest = 0;
            for (int i = 0; i < _parts.Count; i++)
            {
                largest = _parts[i].Stage == stage ? Math.Max(largest, _largest[i]) : largest;
            }

            tensors[stage.Tensor].Gradient.EndCounts(scales[stage.Index].FractionBits, largest);
            RoundBiases(stage, tensors[stage.Tensor + 1].Gradient, scales[stage.Index].BiasFractionBits);
        }
    }

    /// <summary>Rounds the weights of some outputs; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        (ProductStage stage, int firstOutput, int lastOutput) = _parts[part];
        QuantizedGradient gradient = _tensors[stage.Tensor].Gradient;
        Span<int> sums = _sums[worker].AsSpan(0, stage.Shape.Taps);
        int largest = 0;
        for (int output = firstOutput; output < lastOutput; output++)
        {
            sums.Clear();
            foreach (PassWorker other in _workers)
            {
                other.CountersOf(stage).TakeWeights(output, sums);
            }

            _probe?.Keep(stage, output, sums);
            largest = Math.Max(largest, gradient.RoundCounts(sums, output * sums.Length, _batch.Serial));
        }

        _largest[part] = largest;
    }

    private void RoundBiases(ProductStage stage, QuantizedGradient gradient, int fractionBits)
    {
        Span<int> sums = _biasSums.AsSpan(0, stage.Shape.Outputs);
        sums.Clear();
        foreach (PassWorker worker in _workers)
        {
            CoincidenceCounters counters = worker.CountersOf(stage);
            counters.TakeBiases(sums);
            OperationCounts counts = worker.ByOperand[stage.Index][(int)PassOperand.GradientInput];
            counts.CounterIncrements += counters.Increments;
            counts.CounterDecrements += counters.Decrements;
            counters.Increments = 0;
            counters.Decrements = 0;
        }

        gradient.EndCounts(fractionBits, gradient.RoundCounts(sums, 0, _batch.Serial));
    }
}
