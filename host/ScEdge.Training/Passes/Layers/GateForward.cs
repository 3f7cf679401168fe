using System;
using ScEdge.Kernels;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Forward sums by gates on streams.</summary>
/// <param name="stage">The layer.</param>
internal sealed class GateForward(ProductStage stage) : ForwardCircuit(stage)
{
    private readonly ForwardKernel _kernel = new(stage.Shape);

    /// <inheritdoc/>
    public override void Run(
        ReadOnlySpan<uint> serials,
        int[][] inputs,
        ReadOnlySpan<FullScale> scales,
        LayerWeights weights,
        int[][] outputs,
        PassScratch scratch,
        OperationCounts counts)
    {
        WeightStreams laid = ((StreamWeights)weights).Laid;
        bool isDense = Stage.Shape.Positions == 1;
        for (int i = 0; i < serials.Length; i++)
        {
            WordBuffer words = scratch.Words[isDense ? i : 0];
            Streams.DrawMap(serials[i], inputs[i], scales[i], words, scratch, counts);
            if (!isDense)
            {
                _kernel.Run(inputs[i], words, laid, outputs[i]);
            }
        }

        for (int group = 0; isDense && group < laid.Groups; group++)
        {
            for (int i = 0; i < serials.Length; i++)
            {
                _kernel.RunGroup(inputs[i], scratch.Words[i], laid, group, outputs[i]);
            }
        }
    }
}
