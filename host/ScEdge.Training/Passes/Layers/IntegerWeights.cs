using System;
using ScEdge.Kernels.Passes.Rounding;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Weights as binary integers.</summary>
/// <param name="stage">The layer.</param>
/// <param name="streams">Gives the length of the streams in whose place they stand.</param>
/// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
internal sealed class IntegerWeights(ProductStage stage, OperandStreams streams, bool forward) : LayerWeights(stage, streams, forward)
{
    /// <summary>The integers in their order for the kernel.</summary>
    public RoundedWeights Laid { get; } = new(stage.Shape, forward);

    /// <inheritdoc/>
    protected override void Begin(uint serial, bool isFirst, PassScratch scratch, OperationCounts counts)
    {
        // Nothing is drawn.
    }

    /// <inheritdoc/>
    protected override void Draw(
        uint serial, int first, ReadOnlySpan<int> weights, ReadOnlySpan<uint> probabilities, PassScratch scratch, OperationCounts counts)
    {
        Laid.Fill(first, weights, Stage.WeightScale);
        counts.Numbers += weights.Length;
    }
}
