namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Adds a tensor to the new configuration; tensors are numbered from 0 in this order. Its bytes are the tensor's name in ASCII, which
    /// the board keeps and gives back (<see cref="GetTensorRequest"/>); hosts before minor version 1 gave none.
    /// </summary>
    public sealed class AddTensorRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.AddTensor;

        /// <summary>Number of dimensions, 1..4.</summary>
        public int Rank;

        /// <summary>The dimensions, outermost first; the first Rank of them count.</summary>
        public readonly uint[] Shape = new uint[MessageLimits.Dimensions];

        /// <summary>Fraction bits of a weight register; they follow from the fan-in (hw-docs/optimizers.md).</summary>
        public int WeightFractionBits;

        /// <summary>
        /// Index of the tensor in the whole network: part of the identity of its streams and cells, also where a board has
        /// only some of the tensors.
        /// </summary>
        public uint Identity;

        /// <summary>Lanes of its cells; 0 for the number of the configuration.</summary>
        public int Lanes;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Rank = fields.Byte(Rank);
            fields.UInt32s(Shape, Shape.Length);
            WeightFractionBits = fields.Int32(WeightFractionBits);
            Identity = fields.UInt32(Identity);
            Lanes = fields.Int32(Lanes);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// The board has noted the tensor.
    /// </summary>
    public sealed class AddTensorResponse : Message
    {
        /// <summary>Number of the tensor on this board.</summary>
        public int Tensor;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Tensor = fields.Byte(Tensor);
        }
    }
}
