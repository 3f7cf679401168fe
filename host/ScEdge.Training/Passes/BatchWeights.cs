using System;
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
    // Worth handing to a thread.
    private const int WeightsPerPart = 2048;

    private readonly PassWorker[] _workers;
    private readonly LayerWeights[][] _forward;
    private readonly LayerWeights[][] _backward;
    private readonly List<Part> _parts = [];
    private uint _serial;

    public BatchWeights(PassRoute route, PassWorker[] workers, bool perImage, bool backward)
    {
        _workers = workers;
        int sets = perImage ? workers.Length : 1;
        _forward = NewSets(PassOperand.ForwardWeight, sets);
        _backward = NewSets(PassOperand.BackwardWeight, backward ? sets : 0);
        foreach (ProductStage stage in route.Stages)
        {
            int outputs = Math.Max(1, WeightsPerPart / stage.Shape.Taps);
            for (int first = 0; first < stage.Shape.Outputs; first += outputs)
            {
                int last = Math.Min(stage.Shape.Outputs, first + outputs);
                _parts.Add(new Part(stage, PassOperand.ForwardWeight, first, last));
                if (backward && stage.Index > 0)
                {
                    _parts.Add(new Part(stage, PassOperand.BackwardWeight, first, last));
                }
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
        team.Run(_parts.Count, this);
    }

    /// <summary>Draws a worker's weights for an image.</summary>
    public void DrawForImage(int worker, uint serial)
    {
        foreach (Part part in _parts)
        {
            Draw(part, worker, serial);
        }
    }

    /// <summary>Draws one part; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker) => Draw(_parts[part], worker, _serial);

    private void Draw(Part part, int worker, uint serial)
    {
        LayerWeights[] set = part.Operand == PassOperand.ForwardWeight ? Forward(worker) : Backward(worker);
        OperationCounts counts = _workers[worker].ByOperand[part.Stage.Index][(int)part.Operand];
        set[part.Stage.Index].Draw(serial, part.FirstOutput, part.LastOutput, _workers[worker].Scratch, counts);
    }

    private readonly record struct Part(ProductStage Stage, PassOperand Operand, int FirstOutput, int LastOutput);
}
