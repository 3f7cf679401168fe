namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Adds a tensor to the new configuration; tensors are numbered from 0 in this order.
    /// </summary>
    public sealed class AddTensorRequest
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

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Rank);
            writer.WriteUInt32s(Shape, Shape.Length);
            writer.WriteInt32(WeightFractionBits);
            writer.WriteUInt32(Identity);
            writer.WriteInt32(Lanes);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Rank = reader.ReadByte();
            reader.ReadUInt32s(Shape, Shape.Length);
            WeightFractionBits = reader.ReadInt32();
            Identity = reader.ReadUInt32();
            Lanes = reader.ReadInt32();
            return !reader.HasFailed;
        }
    }
}
