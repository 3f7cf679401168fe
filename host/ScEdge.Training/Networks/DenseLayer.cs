using System;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;

namespace ScEdge.Training.Networks;

/// <summary>
/// A dense layer at work on one block.
/// </summary>
internal sealed class DenseLayer : Layer
{
    private readonly DenseKernel _kernel;
    private readonly Parameter _weights;
    private readonly Parameter _bias;
    private readonly int _weightOffset;
    private readonly int _biasOffset;
    private readonly LaneBuffer _turned;

    public DenseLayer(DenseKernel kernel, FeatureMap input, Parameter weights, Parameter bias, GradientLayout layout)
        : base(input, new FeatureMap(kernel.Outputs, 1, 1))
    {
        _kernel = kernel;
        _weights = weights;
        _bias = bias;
        _weightOffset = layout.Offset(weights);
        _biasOffset = layout.Offset(bias);
        _turned = new LaneBuffer(kernel.TurnedLength);
    }

    public override void Forward()
        => _kernel.Forward(Input.Values.Span, _weights.Values, _bias.Values, Output.Values.Span);

    public override void Backward(LaneBuffer gradients, bool inputToo)
    {
        Span<float> destination = gradients.Span;
        _kernel.WeightGradient(
            Input.Values.Span, Output.Gradients.Span, _turned.Span,
            destination[_weightOffset..], destination[_biasOffset..]);
        if (inputToo)
        {
            _kernel.InputGradient(Output.Gradients.Span, _weights.Values, Input.Gradients.Span);
        }
    }
}
