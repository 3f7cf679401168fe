using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// A layer of a described network, whose sizes fit those of the layers before it.
    /// </summary>
    public sealed class NetworkLayer
    {
        /// <summary>What it does.</summary>
        public readonly LayerKind Kind;

        /// <summary>Its windows; null where it has none.</summary>
        public readonly WindowShape Shape;

        /// <summary>Tensors of weights and biases in the configuration.</summary>
        public readonly int Weights, Bias;

        /// <summary>Channels, rows and columns of the output.</summary>
        public readonly int Channels, Height, Width;

        /// <summary>Rows and columns of the input.</summary>
        public readonly int InputHeight, InputWidth;

        /// <summary>Makes a layer that multiplies.</summary>
        public NetworkLayer(LayerKind kind, WindowShape shape, int weights, int bias)
        {
            Kind = kind;
            Shape = shape;
            Weights = weights;
            Bias = bias;
            InputHeight = shape.Height;
            InputWidth = shape.Width;
            Channels = shape.Outputs;
            Height = shape.OutputHeight;
            Width = shape.OutputWidth;
        }

        /// <summary>Makes a layer that does not.</summary>
        /// <param name="kind">A rectifier or a pooling.</param>
        /// <param name="channels">Channels.</param>
        /// <param name="height">Rows of the input.</param>
        /// <param name="width">Columns of the input.</param>
        public NetworkLayer(LayerKind kind, int channels, int height, int width)
        {
            Kind = kind;
            Channels = channels;
            InputHeight = height;
            InputWidth = width;
            Height = kind == LayerKind.Pooling ? height / 2 : height;
            Width = kind == LayerKind.Pooling ? width / 2 : width;
        }

        /// <summary>
        /// Gets or sets the last of the layers behind a convolution that can be done output by output, a pooling; 0 where there is none.
        /// </summary>
        public int LastJoined { get; set; }

        /// <summary>Returns how many outputs are computed at a time.</summary>
        /// <param name="parts">Parts in which the outputs are taken where a pooling makes room for the next ones.</param>
        public int OutputsAtATime(int parts)
        {
            return LastJoined == 0 ? Channels : (Channels + parts - 1) / parts;
        }

        /// <summary>Gets or sets what is known of registers that the host streams; null where the board has them.</summary>
        public StreamedRegisters Streamed { get; set; }

        /// <summary>Returns how many outputs are computed at a time where the weights are streamed.</summary>
        /// <param name="room">Weights that the board keeps at a time, and twice the sums, unless one output takes more.</param>
        public int OutputsInRoom(int room)
        {
            int byWeights = room / Shape.Taps;
            int bySums = room / (2 * Shape.Positions);
            int outputs = byWeights < bySums ? byWeights : bySums;
            outputs = outputs < 1 ? 1 : outputs;
            return outputs < Channels ? outputs : Channels;
        }

        /// <summary>Rectifies or pools channels of a map in place.</summary>
        /// <param name="map">The map.</param>
        /// <param name="offset">Where the channels begin, and the results too.</param>
        /// <param name="channels">How many.</param>
        public void Change(int[] map, int offset, int channels)
        {
            if (Kind == LayerKind.Rectifier)
            {
                MapLayers.Rectify(map, offset, channels * Height * Width);
            }
            else
            {
                MapLayers.PoolInPlace(map, offset, channels, InputHeight, InputWidth);
            }
        }

        /// <summary>Gets whether the layer multiplies.</summary>
        public bool IsProduct
        {
            get { return Shape != null; }
        }
    }
}
