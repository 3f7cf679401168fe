using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// The weights of all layers as drawn: one set for a batch, or one for each thread that draws them for its image.
/// </summary>
internal sealed class BatchWeights : IParallelWork
{
    private readonly PassRoute _route;
    private readonly PassWorker[] _workers;
    private readonly LayerWeights[][] _forward;
    private readonly LayerWeights[][] _backward;
    private readonly List<(WeightPart Weights, PassOperand Operand)> _parts = [];
    private uint _serial;

    public BatchWeights(PassRoute route, PassWorker[] workers, bool perImage, bool backward)
    {
        _route = route;
        _workers = workers;
        int sets = perImage ? workers.Length : 1;
        _forward = NewSets(PassOperand.ForwardWeight, sets);
        _backward = NewSets(PassOperand.BackwardWeight, backward ? sets : 0);
        foreach (WeightPart part in route.Stages.SelectMany(WeightPart.Of))
        {
            _parts.Add((part, PassOperand.ForwardWeight));
            if (backward && part.Stage.Index > 0)
            {
                _parts.Add((part, PassOperand.BackwardWeight));
            }
        }

        LayerWeights[][] NewSets(PassOperand operand, int count) =>
            [.. Enumerable.Range(0, count).Select(_ => route.Stages.Select(stage => stage.NewWeights(operand)).ToArray())];
    }

    /// <summary>Returns the weights that a worker's forward pass meets.</summary>
    public LayerWeights[] Forward(int worker) => _forward[worker % _forward.Length];

    /// <summary>Returns the weights that a worker's backward pass meets.</summary>
    public LayerWeights[] Backward(int worker) => _backward[worker % _backward.Length];

    /// <summary>Draws the weights of a batch.</summary>
    public void DrawForBatch(WorkerTeam team, uint serial)
    {
        _serial = serial;
        _route.Share(team, _parts.Count, this);
        Complete(0);
    }

    /// <summary>Draws a worker's weights for an image.</summary>
    public void DrawForImage(int worker, uint serial)
    {
        for (int part = 0; part < _parts.Count; part++)
        {
            Draw(part, worker, serial);
        }

        Complete(worker);
    }

    /// <summary>Draws one part; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker) => Draw(part, worker, _serial);

    /// <summary>Adds the ones of bipolar weights up, once all are drawn; the first layer has no way back.</summary>
    private void Complete(int worker)
    {
        foreach (LayerWeights weights in Forward(worker))
        {
            weights.Ones?.Complete();
        }

        for (int stage = 1; _backward.Length > 0 && stage < Backward(worker).Length; stage++)
        {
            Backward(worker)[stage].Ones?.Complete();
        }
    }

    private void Draw(int part, int worker, uint serial)
    {
        ((ProductStage stage, int firstOutput, int lastOutput), PassOperand operand) = _parts[part];
        LayerWeights[] set = operand == PassOperand.ForwardWeight ? Forward(worker) : Backward(worker);
        OperationCounts counts = _workers[worker].ByOperand[stage.Index][(int)operand];
        set[stage.Index].Draw(serial, firstOutput, lastOutput, _workers[worker].Scratch, counts);
    }
}
