using System;
using ScEdge.Device.Configurations;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// Whether a layer can follow another, with the tensors that it names.
    /// </summary>
    /// <remarks>Sizes come from a host and are multiplied in 64 bits before anything is made of them.</remarks>
    internal sealed class LayerCheck
    {
        /// <summary>The most numbers of a map: an index of one takes 16 bits.</summary>
        public const int MostNumbers = short.MaxValue;

        private const int LargestPixelValue = short.MaxValue;
        private const int LargestMagnitude = 32768;

        /// <summary>Gets the layer that was checked last and can be used.</summary>
        public NetworkLayer Layer { get; private set; }

        /// <summary>Returns what is wrong with the images, or null.</summary>
        public static string ImageProblem(BeginNetworkRequest images)
        {
            long pixels = (long)images.Channels * images.Height * images.Width;
            if (pixels < 1 || pixels > MostNumbers)
            {
                return "An image has 1 to 32,767 pixels.";
            }

            return IsInput(images.Shift) && IsInput((255.0 * images.Scale) + images.Shift)
                ? null
                : "The input that scale and shift make of a pixel must lie within -8 and 8.";
        }

        /// <summary>Returns what is wrong with a layer, or null.</summary>
        /// <param name="request">The layer.</param>
        /// <param name="before">The layer that it follows.</param>
        /// <param name="configuration">Holds the tensors; null where they are streamed.</param>
        public string Problem(AddLayerRequest request, NetworkLayer before, Configuration configuration)
        {
            switch (request.Kind)
            {
                case LayerKind.Rectifier:
                    Layer = new NetworkLayer(LayerKind.Rectifier, before.Channels, before.Height, before.Width);
                    return null;
                case LayerKind.Pooling:
                    Layer = new NetworkLayer(LayerKind.Pooling, before.Channels, before.Height, before.Width);
                    return before.Height < 2 || before.Width < 2 ? "A map of one row or column cannot be pooled." : null;
                case LayerKind.Convolution:
                    return ConvolutionProblem(request, before) ?? ProductProblem(
                        request,
                        new WindowShape(
                            before.Channels, before.Height, before.Width, request.Outputs, request.KernelSize, request.KernelSize, request.Padding),
                        configuration);
                case LayerKind.Dense:
                    return request.Outputs < 1 || request.Outputs > MostNumbers
                        ? "A layer has 1 to 32,767 outputs."
                        : ProductProblem(
                            request, new WindowShape(before.Channels * before.Height * before.Width, 1, 1, request.Outputs, 1, 1, 0), configuration);
                default:
                    return "The board has no such layer.";
            }
        }

        /// <summary>Returns what is wrong with what is said of registers that are streamed, or null.</summary>
        public static string StreamedProblem(AddStreamedLayerRequest request)
        {
            if (request.Kind != LayerKind.Convolution && request.Kind != LayerKind.Dense)
            {
                return "Only a convolution or a dense layer has weights that can be streamed.";
            }

            return IsExponent(request.WeightFractionBits) && IsExponent(request.BiasFractionBits) && request.WeightMaximum <= LargestMagnitude
                ? null
                : "Fraction bits must lie within -160 and 160, and the largest weight within 0 and 32768.";
        }

        private static bool IsExponent(int value)
        {
            return value >= -SettingsCheck.LargestExponent && value <= SettingsCheck.LargestExponent;
        }

        private static string ConvolutionProblem(AddLayerRequest request, NetworkLayer before)
        {
            int height = before.Height + (2 * request.Padding) - request.KernelSize + 1;
            int width = before.Width + (2 * request.Padding) - request.KernelSize + 1;
            return request.KernelSize < 1 || request.Outputs < 1 || height < 1 || width < 1
                || (long)request.Outputs * height * width > MostNumbers
                ? "A window must fit in its map, and its outputs in a map of 32,767 numbers."
                : null;
        }

        private string ProductProblem(AddLayerRequest request, WindowShape shape, Configuration configuration)
        {
            if (configuration == null)
            {
                Layer = new NetworkLayer(request.Kind, shape, 0, 0);
                return (long)shape.Outputs * (shape.Taps + 1L) > SettingsCheck.MostParameters
                    ? "A layer has at most 16,777,216 weights and biases."
                    : null;
            }

            if (request.Weights >= configuration.Lengths.Length || request.Bias >= configuration.Lengths.Length)
            {
                return "A layer names a tensor that the configuration does not have.";
            }

            Layer = new NetworkLayer(request.Kind, shape, request.Weights, request.Bias);
            return configuration.Lengths[request.Weights] != (long)shape.Outputs * shape.Taps || configuration.Lengths[request.Bias] != shape.Outputs
                ? "The tensors of a layer have another length than its windows and outputs ask for."
                : null;
        }

        private static bool IsInput(double value)
        {
            const double Limit = LargestPixelValue / (double)(1 << Network.PixelFractionBits);
            return SettingsCheck.Within(value, -Limit, Limit);
        }
    }
}
