using System;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Forward sums by levels, for streams that share sequences.</summary>
/// <param name="stage">The layer.</param>
internal sealed class LevelForward(ProductStage stage) : ForwardCircuit(stage)
{
    private readonly ScatterLevelKernel _kernel = new(stage.Shape, forward: true);

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
        WeightLevels laid = ((LevelWeights)weights).Laid;
        for (int i = 0; i < serials.Length; i++)
        {
            Streams.DrawMap(serials[i], inputs[i], scales[i], scratch.Map, scratch, counts);
            scratch.Table.Fill(scratch.Map.Sequence, laid.Sequence);
            _kernel.Run(scratch.Map.Numbers, laid, scratch.Table, outputs[i]);
            if (Xnor is { } xnor)
            {
                Span<int> ones = scratch.Ones.AsSpan(0, inputs[i].Length);
                scratch.Map.Numbers.Levels.CopyLevelsTo(ones);
                xnor.Complete(ones, Streams.Length, weights.Ones!, outputs[i]);
            }
        }
    }
}
