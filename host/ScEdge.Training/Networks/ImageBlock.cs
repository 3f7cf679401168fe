using System;
using System.Collections.Generic;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// The layers of a network with the memory for one block of 16 images: what one worker needs.
/// </summary>
internal sealed class ImageBlock
{
    private readonly FeatureMap _input;
    private readonly List<Layer> _layers = [];
    private readonly float _pixelScale;
    private readonly float _pixelShift;
    private readonly int[] _starts = new int[LaneVector.Count];
    private readonly int[] _labels = new int[LaneVector.Count];
    private readonly float[] _losses = new float[LaneVector.Count];
    private readonly int[] _predictions = new int[LaneVector.Count];
    private int _imageCount;

    public ImageBlock(
        ModelDescription model, InputNormalization normalization, IReadOnlyList<Parameter> parameters,
        GradientLayout layout)
    {
        _pixelScale = normalization.Scale;
        _pixelShift = normalization.Shift;
        _input = new FeatureMap(model.InputChannels, model.InputHeight, model.InputWidth);
        int parameter = 0;
        FeatureMap map = _input;
        foreach (LayerDescription description in model.Layers)
        {
            Layer layer = Create(description, map, parameters, ref parameter, layout);
            _layers.Add(layer);
            map = layer.Output;
        }
    }

    /// <summary>A loss per image of the block, zero in lanes without one.</summary>
    public ReadOnlySpan<float> Losses => _losses;

    /// <summary>The class with the greatest logit per image.</summary>
    public ReadOnlySpan<int> Predictions => _predictions;

    /// <summary>Runs the network forward and judges the result.</summary>
    /// <param name="images">Where the images are.</param>
    /// <param name="indices">At most 16 of them.</param>
    /// <param name="gradientScale">Factor of the gradient of the logits: 1 / batch size.</param>
    public void Forward(ImageSet images, ReadOnlySpan<int> indices, float gradientScale)
    {
        Load(images, indices);
        foreach (Layer layer in _layers)
        {
            layer.Forward();
        }

        FeatureMap logits = _layers[^1].Output;
        SoftmaxCrossEntropyKernel.Run(
            logits.Values.Span, _labels, _imageCount, gradientScale, logits.Gradients.Span, _losses, _predictions);
    }

    /// <summary>Runs the network backward after <see cref="Forward"/>.</summary>
    /// <param name="gradients">Receives the gradients of the parameters, summed over the images of the block.</param>
    public void Backward(LaneBuffer gradients)
    {
        for (int i = _layers.Count - 1; i >= 0; i--)
        {
            _layers[i].Backward(gradients, inputToo: i > 0);
        }
    }

    private static Layer Create(
        LayerDescription description, FeatureMap input, IReadOnlyList<Parameter> parameters, ref int parameter,
        GradientLayout layout)
    {
        switch (description)
        {
            case ConvolutionDescription convolution:
                ConvolutionShape shape = new(
                    input.Channels, input.Height, input.Width,
                    convolution.OutputChannels, convolution.KernelSize, convolution.Padding);
                return new ConvolutionLayer(
                    new ConvolutionKernel(shape), input, parameters[parameter++], parameters[parameter++], layout);
            case DenseDescription dense:
                return new DenseLayer(
                    new DenseKernel(input.Count, dense.Outputs), input,
                    parameters[parameter++], parameters[parameter++], layout);
            case MaxPoolingDescription:
                return new MaxPoolingLayer(new MaxPoolingKernel(input.Channels, input.Height, input.Width), input);
            case RectifierDescription:
                return new RectifierLayer(input);
            default:
                throw new NotSupportedException($"There is no layer for {description}.");
        }
    }

    private void Load(ImageSet images, ReadOnlySpan<int> indices)
    {
        _imageCount = indices.Length;
        for (int lane = 0; lane < indices.Length; lane++)
        {
            _labels[lane] = images.Labels[indices[lane]];
            _starts[lane] = indices[lane] * _input.Count;
        }

        PixelKernel.Run(images.Images, _starts.AsSpan(0, indices.Length), _pixelScale, _pixelShift, _input.Values.Span);
    }
}
