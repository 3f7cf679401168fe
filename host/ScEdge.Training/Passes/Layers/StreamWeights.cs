using System;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Weights as streams.</summary>
/// <param name="stage">The layer.</param>
/// <param name="streams">What draws them.</param>
/// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
internal sealed class StreamWeights(ProductStage stage, OperandStreams streams, bool forward) : LayerWeights(stage, streams, forward)
{
    /// <summary>The streams in their order for the kernel.</summary>
    public WeightStreams Laid { get; } = new(stage.Shape, streams.Length, forward);

    /// <inheritdoc/>
    protected override void Begin(uint serial, bool isFirst, PassScratch scratch, OperationCounts counts) =>
        Streams.Begin(serial, scratch.Numbers, counts);

    /// <inheritdoc/>
    protected override void Draw(
        uint serial, int first, ReadOnlySpan<int> weights, ReadOnlySpan<uint> probabilities, PassScratch scratch, OperationCounts counts)
    {
        Span<uint> words = scratch.WeightWords.Span[..(weights.Length * Streams.WordsPerNumber)];
        Streams.Draw(serial, first, probabilities, scratch.Numbers, words, counts);
        Laid.Fill(first, weights, words);
        if (Ones is { } ones)
        {
            StreamOnes.Count(words, Streams.WordsPerNumber, ones.Of(first, weights.Length));
        }
    }
}
