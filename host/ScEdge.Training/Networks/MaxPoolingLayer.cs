using ScEdge.Kernels;
using ScEdge.Kernels.Layers;

namespace ScEdge.Training.Networks;

/// <summary>
/// Maximum pooling at work on one block.
/// </summary>
internal sealed class MaxPoolingLayer(MaxPoolingKernel kernel, FeatureMap input)
    : Layer(input, new FeatureMap(kernel.Channels, kernel.OutputHeight, kernel.OutputWidth))
{
    public override void Forward() => kernel.Forward(Input.Values.Span, Output.Values.Span);

    public override void Backward(LaneBuffer gradients, bool inputToo)
        => kernel.Backward(Input.Values.Span, Output.Values.Span, Output.Gradients.Span, Input.Gradients.Span);
}
