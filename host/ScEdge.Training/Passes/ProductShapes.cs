using System;
using System.Collections.Generic;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Passes;

/// <summary>
/// The windows of a network's product layers.
/// </summary>
internal static class ProductShapes
{
    /// <summary>Returns the windows of the convolutions and dense layers, in order.</summary>
    public static IEnumerable<WindowShape> Of(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (int channels, int height, int width) = (model.InputChannels, model.InputHeight, model.InputWidth);
        foreach (LayerDescription layer in model.Layers)
        {
            switch (layer)
            {
                case RectifierDescription:
                    break;
                case MaxPoolingDescription:
                    (height, width) = (height / 2, width / 2);
                    break;
                default:
                    WindowShape shape = Of(layer, channels, height, width);
                    yield return shape;
                    (channels, height, width) = (shape.Outputs, shape.OutputHeight, shape.OutputWidth);
                    break;
            }
        }
    }

    /// <summary>Returns the windows of a layer over a map.</summary>
    /// <exception cref="NotSupportedException">It is no product layer.</exception>
    internal static WindowShape Of(LayerDescription layer, int channels, int height, int width) => layer switch
    {
        ConvolutionDescription it => new(channels, height, width, it.OutputChannels, it.KernelSize, it.KernelSize, it.Padding),
        DenseDescription it => new(channels * height * width, 1, 1, it.Outputs, 1, 1, 0),
        _ => throw new NotSupportedException($"There are no stochastic passes through {layer}."),
    };
}
