using ScEdge.Kernels;
using ScEdge.Kernels.Layers;

namespace ScEdge.Training.Networks;

/// <summary>
/// A rectifier at work on one block, in place: its output is its input.
/// </summary>
internal sealed class RectifierLayer(FeatureMap map) : Layer(map, map)
{
    public override void Forward() => RectifierKernel.Forward(Output.Values.Span);

    public override void Backward(LaneBuffer gradients, bool inputToo)
        => RectifierKernel.Backward(Output.Values.Span, Output.Gradients.Span);
}
