using System;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Weights as levels under a shared sequence.</summary>
/// <param name="stage">The layer.</param>
/// <param name="streams">What draws them.</param>
/// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
internal sealed class LevelWeights(ProductStage stage, OperandStreams streams, bool forward) : LayerWeights(stage, streams, forward)
{
    /// <summary>The levels in their order for the kernel.</summary>
    public WeightLevels Laid { get; } = new(stage.Shape, forward);

    /// <inheritdoc/>
    protected override void Begin(uint serial, bool isFirst, PassScratch scratch, OperationCounts counts)
    {
        Streams.Begin(serial, scratch.Numbers, counts);
        scratch.Map.Sequence.Sort(scratch.Numbers.AsSpan(0, Length));
        if (isFirst)
        {
            Laid.Sequence.Sort(scratch.Numbers.AsSpan(0, Length));
        }
    }

    /// <inheritdoc/>
    protected override void Draw(
        uint serial, int first, ReadOnlySpan<int> weights, ReadOnlySpan<uint> probabilities, PassScratch scratch, OperationCounts counts)
    {
        LevelSpan numbers = scratch.WeightLevels.Slice(0, weights.Length);
        LevelKernel.Find(scratch.Map.Sequence, weights, probabilities, numbers, counts);
        Laid.Fill(first, numbers);
        if (Ones is { } ones)
        {
            numbers.CopyLevelsTo(ones.Of(first, weights.Length));
        }
    }
}
