namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Adds a layer to the described network.
    /// </summary>
    public sealed class AddLayerRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.AddLayer;

        /// <summary>What it is.</summary>
        public LayerKind Kind;

        /// <summary>Tensors of its weights and biases, as the configuration in force numbers them; 0 for layers without.</summary>
        public int Weights, Bias;

        /// <summary>Outputs of a window; 0 for layers without.</summary>
        public int Outputs;

        /// <summary>Rows and columns of a window; 0 for layers without.</summary>
        public int KernelSize;

        /// <summary>Rows and columns of zeros around the input.</summary>
        public int Padding;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Kind = (LayerKind)fields.Byte((int)Kind);
            Weights = fields.Byte(Weights);
            Bias = fields.Byte(Bias);
            Outputs = fields.UInt16(Outputs);
            KernelSize = fields.Byte(KernelSize);
            Padding = fields.Byte(Padding);
        }
    }

    /// <summary>
    /// What a layer does.
    /// </summary>
    public enum LayerKind
    {
        /// <summary>Negative counts become zero.</summary>
        Rectifier = 0,

        /// <summary>The largest of each 2 x 2 counts.</summary>
        Pooling = 1,

        /// <summary>Products with every window of the map.</summary>
        Convolution = 2,

        /// <summary>Products with the whole map.</summary>
        Dense = 3,
    }
}
