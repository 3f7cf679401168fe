using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Tests.Networks;

/// <summary>
/// The definition of a network in double precision and plain loops, one image at a time.
/// </summary>
internal sealed class ReferenceNetwork(ModelDescription model, InputNormalization normalization)
{
    /// <summary>Mean cross entropy of some images.</summary>
    public double Loss(IReadOnlyList<double[]> parameters, ImageSet images, int[] indices)
        => indices.Select(i => Loss(Logits(parameters, images, i), images.Labels[i])).Sum() / indices.Length;

    /// <summary>Logits of one image.</summary>
    public double[] Logits(IReadOnlyList<double[]> parameters, ImageSet images, int image)
    {
        double[] values = new double[images.ImageLength];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (images.Images[(image * values.Length) + i] * normalization.Scale) + normalization.Shift;
        }

        (int channels, int height, int width) = (model.InputChannels, model.InputHeight, model.InputWidth);
        int parameter = 0;
        foreach (LayerDescription layer in model.Layers)
        {
            switch (layer)
            {
                case ConvolutionDescription c:
                    values = Convolve(values, channels, height, width, c, parameters[parameter++], parameters[parameter++]);
                    channels = c.OutputChannels;
                    height += (2 * c.Padding) - c.KernelSize + 1;
                    width += (2 * c.Padding) - c.KernelSize + 1;
                    break;
                case RectifierDescription:
                    values = [.. values.Select(static v => Math.Max(v, 0))];
                    break;
                case MaxPoolingDescription:
                    values = Pool(values, channels, height, width);
                    height /= 2;
                    width /= 2;
                    break;
                default:
                    double[] input = values;
                    double[] weights = parameters[parameter++];
                    values = [.. parameters[parameter++].Select(
                        (b, o) => b + input.Select((v, i) => v * weights[(o * input.Length) + i]).Sum())];
                    break;
            }
        }

        return values;
    }

    private static double Loss(double[] logits, int label)
        => Math.Log(logits.Sum(z => Math.Exp(z - logits[label])));

    private static double[] Convolve(
        double[] input, int channels, int height, int width, ConvolutionDescription layer, double[] weights, double[] bias)
    {
        int size = layer.KernelSize;
        int rows = height + (2 * layer.Padding) - size + 1;
        int columns = width + (2 * layer.Padding) - size + 1;
        double[] output = new double[layer.OutputChannels * rows * columns];
        for (int at = 0; at < output.Length; at++)
        {
            int o = at / (rows * columns);
            double sum = bias[o];
            for (int k = 0; k < channels * size * size; k++)
            {
                int y = (at / columns % rows) + (k / size % size) - layer.Padding;
                int x = (at % columns) + (k % size) - layer.Padding;
                if (y >= 0 && y < height && x >= 0 && x < width)
                {
                    sum += weights[(o * channels * size * size) + k] * input[(((k / (size * size) * height) + y) * width) + x];
                }
            }

            output[at] = sum;
        }

        return output;
    }

    private static double[] Pool(double[] input, int channels, int height, int width)
    {
        double[] output = new double[channels * (height / 2) * (width / 2)];
        for (int at = 0; at < output.Length; at++)
        {
            int x = at % (width / 2) * 2;
            int y = at / (width / 2) % (height / 2) * 2;
            int corner = (((at / ((height / 2) * (width / 2))) * height) + y) * width + x;
            output[at] = Math.Max(
                Math.Max(input[corner], input[corner + 1]), Math.Max(input[corner + width], input[corner + width + 1]));
        }

        return output;
    }
}
