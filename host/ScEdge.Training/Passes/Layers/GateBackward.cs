using System;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Errors of the inputs by gates on streams.</summary>
/// <param name="stage">The layer.</param>
internal sealed class GateBackward(ProductStage stage) : BackwardCircuit(stage)
{
    private readonly BackwardKernel _kernel = new(stage.Shape);

    /// <inheritdoc/>
    public override void Run(
        uint serial, MapErrors errors, FullScale scale, LayerWeights weights, int[] inputErrors, PassScratch scratch, OperationCounts counts)
    {
        Streams.DrawMap(serial, errors.All, scale, scratch.Words[0], scratch, counts);
        _kernel.Run(Streams.Signed(errors.All, scratch), scratch.Words[0], ((StreamWeights)weights).Laid, inputErrors);
        if (Xnor is { } xnor)
        {
            Span<int> ones = scratch.Ones.AsSpan(0, errors.Length);
            StreamOnes.Count(scratch.Words[0].Span, Streams.WordsPerNumber, ones);
            xnor.Complete(ones, Streams.Length, weights.Ones!, inputErrors);
        }
    }
}
