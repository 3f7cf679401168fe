using System;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;

namespace ScEdge.Training.Networks;

/// <summary>
/// A convolution at work on one block.
/// </summary>
internal sealed class ConvolutionLayer : Layer
{
    private readonly ConvolutionKernel _kernel;
    private readonly Parameter _weights;
    private readonly Parameter _bias;
    private readonly int _weightOffset;
    private readonly int _biasOffset;
    private readonly LaneBuffer _paddedInput;
    private readonly LaneBuffer _paddedGradients;

    public ConvolutionLayer(
        ConvolutionKernel kernel, FeatureMap input, Parameter weights, Parameter bias, GradientLayout layout)
        : base(input, new FeatureMap(kernel.Shape.OutputChannels, kernel.Shape.OutputHeight, kernel.Shape.OutputWidth))
    {
        _kernel = kernel;
        _weights = weights;
        _bias = bias;
        _weightOffset = layout.Offset(weights);
        _biasOffset = layout.Offset(bias);

        // Without a border the padded copy would be the map itself.
        _paddedInput = kernel.PaddedInput.Border == 0 ? Input.Values : new LaneBuffer(kernel.PaddedInput.Length);
        _paddedGradients =
            kernel.PaddedGradient.Border == 0 ? Output.Gradients : new LaneBuffer(kernel.PaddedGradient.Length);
    }

    public override void Forward()
    {
        if (_paddedInput != Input.Values)
        {
            _kernel.PaddedInput.CopyIn(Input.Values.Span, _paddedInput.Span);
        }

        _kernel.Forward(_paddedInput.Span, _weights.Values, _bias.Values, Output.Values.Span);
    }

    public override void Backward(LaneBuffer gradients, bool inputToo)
    {
        Span<float> destination = gradients.Span;
        _kernel.WeightGradient(
            _paddedInput.Span, Output.Gradients.Span, destination[_weightOffset..],
            GradientLayout.Stride(_weights), destination[_biasOffset..]);
        if (!inputToo)
        {
            return;
        }

        if (_paddedGradients != Output.Gradients)
        {
            _kernel.PaddedGradient.CopyIn(Output.Gradients.Span, _paddedGradients.Span);
        }

        _kernel.InputGradient(_paddedGradients.Span, _weights.Values, Input.Gradients.Span);
    }
}
