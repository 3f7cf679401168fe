namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Adds a layer that multiplies to a network whose weights are streamed. What a board with registers finds in its configuration stands here.
    /// </summary>
    public sealed class AddStreamedLayerRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.AddStreamedLayer;

        /// <summary>A convolution or a dense layer.</summary>
        public LayerKind Kind;

        /// <summary>Outputs of a window.</summary>
        public int Outputs;

        /// <summary>Rows and columns of a window; 0 for a dense layer.</summary>
        public int KernelSize;

        /// <summary>Rows and columns of zeros around the input.</summary>
        public int Padding;

        /// <summary>Index of the weight tensor in the network: numbers of streams and banks follow from it.</summary>
        public uint Identity;

        /// <summary>Fraction bits of the weights and of the biases.</summary>
        public int WeightFractionBits, BiasFractionBits;

        /// <summary>Largest magnitude of all weights of the layer, 0..32768: their scale follows from it before the first has come.</summary>
        public int WeightMaximum;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Kind = (LayerKind)fields.Byte((int)Kind);
            Outputs = fields.UInt16(Outputs);
            KernelSize = fields.Byte(KernelSize);
            Padding = fields.Byte(Padding);
            Identity = fields.UInt32(Identity);
            WeightFractionBits = fields.Int32(WeightFractionBits);
            BiasFractionBits = fields.Int32(BiasFractionBits);
            WeightMaximum = fields.UInt16(WeightMaximum);
        }
    }
}
