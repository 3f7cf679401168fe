namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Asks what a tensor of the configuration in force is, so that registers are not taken for those of another.
    /// </summary>
    public sealed class GetTensorRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetTensor;

        /// <summary>Number of the tensor on this board.</summary>
        public int Tensor;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Tensor = fields.Byte(Tensor);
        }
    }

    /// <summary>
    /// A tensor of the configuration in force, as it was added. Its bytes are the tensor's name in ASCII; none where the host gave none.
    /// </summary>
    public sealed class GetTensorResponse : BulkMessage
    {
        /// <summary>Number of the tensors on this board.</summary>
        public int TensorCount;

        /// <summary>Number of this one.</summary>
        public int Tensor;

        /// <summary>Number of dimensions, 1..4.</summary>
        public int Rank;

        /// <summary>The dimensions, outermost first; the first Rank of them count.</summary>
        public readonly uint[] Shape = new uint[MessageLimits.Dimensions];

        /// <summary>Bits of a weight register, sign included.</summary>
        public int WeightBits;

        /// <summary>Fraction bits of a weight register.</summary>
        public int WeightFractionBits;

        /// <summary>Index of the tensor in the whole network.</summary>
        public uint Identity;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            TensorCount = fields.Byte(TensorCount);
            Tensor = fields.Byte(Tensor);
            Rank = fields.Byte(Rank);
            fields.UInt32s(Shape, Shape.Length);
            WeightBits = fields.Byte(WeightBits);
            WeightFractionBits = fields.Int32(WeightFractionBits);
            Identity = fields.UInt32(Identity);
            fields.Rest(this);
        }
    }
}
