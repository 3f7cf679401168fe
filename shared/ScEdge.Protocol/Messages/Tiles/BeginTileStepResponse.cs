namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// The board knows the scales.
    /// </summary>
    public sealed class BeginTileStepResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.BeginTileStep;

        /// <summary>
        /// How the auxiliary registers must be shifted before the first phase: -1 halved, 1 doubled, 0 not at all.
        /// </summary>
        public int RescaleShift;

        /// <summary>Fraction bits of the auxiliary registers from now on, where they had some.</summary>
        public int AuxiliaryFractionBits;

        /// <summary>What the circuit did for the whole tensor.</summary>
        public readonly uint[] Counts = new uint[MessageLimits.Counts];

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt32(RescaleShift);
            writer.WriteInt32(AuxiliaryFractionBits);
            writer.WriteUInt32s(Counts, Counts.Length);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            RescaleShift = reader.ReadInt32();
            AuxiliaryFractionBits = reader.ReadInt32();
            reader.ReadUInt32s(Counts, Counts.Length);
            return !reader.HasFailed;
        }
    }
}
