using System;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Errors of the inputs by levels, for streams that share sequences.</summary>
/// <param name="stage">The layer.</param>
internal sealed class LevelBackward(ProductStage stage) : BackwardCircuit(stage)
{
    private readonly ScatterLevelKernel _kernel = new(stage.Shape, forward: false);

    /// <inheritdoc/>
    public override void Run(
        uint serial, MapErrors errors, FullScale scale, LayerWeights weights, int[] inputErrors, PassScratch scratch, OperationCounts counts)
    {
        WeightLevels laid = ((LevelWeights)weights).Laid;
        Streams.DrawMap(serial, errors, scale, scratch.Map, scratch, counts);
        scratch.Table.Fill(scratch.Map.Sequence, laid.Sequence);
        _kernel.Run(scratch.Map.Numbers, laid, scratch.Table, inputErrors);
        if (Xnor is { } xnor)
        {
            Span<int> ones = scratch.Ones.AsSpan(0, errors.Length);
            scratch.Map.Numbers.Levels.CopyLevelsTo(ones);
            xnor.Complete(ones, Streams.Length, weights.Ones!, inputErrors);
        }
    }
}
