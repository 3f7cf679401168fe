namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// The board is ready for tiles.
    /// </summary>
    public sealed class BeginTilePhaseResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.BeginTilePhase;

        /// <summary>Fraction bits of the auxiliary registers in this phase.</summary>
        public int AuxiliaryFractionBits;

        /// <summary>Arrays that a tile must carry: bit 0 gradients, 1 weights, 2 and 3 auxiliary registers.</summary>
        public int Inputs;

        /// <summary>Arrays that come back, bits as above.</summary>
        public int Outputs;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt32(AuxiliaryFractionBits);
            writer.WriteByte(Inputs);
            writer.WriteByte(Outputs);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            AuxiliaryFractionBits = reader.ReadInt32();
            Inputs = reader.ReadByte();
            Outputs = reader.ReadByte();
            return !reader.HasFailed;
        }
    }
}
