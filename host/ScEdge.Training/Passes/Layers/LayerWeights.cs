using System;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The weights of a product layer as drawn for a pass of a batch, or of an image.
/// </summary>
/// <param name="stage">The layer.</param>
/// <param name="streams">What draws them.</param>
/// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
internal abstract class LayerWeights(ProductStage stage, OperandStreams streams, bool forward)
{
    /// <summary>The ones of bipolar weights; null in sign-magnitude coding.</summary>
    public XnorWeights? Ones { get; } = streams.IsBipolar ? new XnorWeights(stage.Shape, forward) : null;

    /// <summary>N, the stream length in bits.</summary>
    public int Length => streams.Length;

    /// <summary>The layer.</summary>
    protected ProductStage Stage => stage;

    /// <summary>What draws them.</summary>
    protected OperandStreams Streams => streams;

    /// <summary>Draws the weights of some outputs.</summary>
    /// <param name="serial">Serial number of the batch, or of the image.</param>
    /// <param name="firstOutput">First output.</param>
    /// <param name="lastOutput">End of the outputs, exclusive.</param>
    /// <param name="scratch">Memory of the thread.</param>
    /// <param name="counts">Receives what the generators did.</param>
    public void Draw(uint serial, int firstOutput, int lastOutput, PassScratch scratch, OperationCounts counts)
    {
        // A shared sequence is the whole layer's: it is counted once, with the first output.
        Begin(serial, firstOutput == 0, scratch, firstOutput == 0 ? counts : scratch.Discarded);
        int taps = stage.Shape.Taps;
        for (int first = firstOutput * taps; first < lastOutput * taps; first += PassScratch.WeightsAtOnce)
        {
            ReadOnlySpan<short> weights =
                stage.Weights.Values.AsSpan(first, Math.Min(PassScratch.WeightsAtOnce, (lastOutput * taps) - first));
            Span<int> values = scratch.Weights.AsSpan(0, weights.Length);
            RegisterValueKernel.Widen(weights, values);
            ReadOnlySpan<uint> probabilities = streams.Probabilities(values, stage.WeightScale, scratch);
            Draw(serial, first, streams.Signed(values, scratch), probabilities, scratch, counts);
        }
    }

    /// <summary>Begins a tensor, or a part of one.</summary>
    protected abstract void Begin(uint serial, bool isFirst, PassScratch scratch, OperationCounts counts);

    /// <summary>Draws successive weights.</summary>
    protected abstract void Draw(
        uint serial, int first, ReadOnlySpan<int> weights, ReadOnlySpan<uint> probabilities, PassScratch scratch, OperationCounts counts);
}
